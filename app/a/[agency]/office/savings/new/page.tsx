import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ChooseSaver } from "@/components/savings/choose-saver";
import { PlanForm } from "@/components/savings/plan-form";
import { PageHeader } from "@/components/shell/headers";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { mayKeepDesk, readsOwnPlan } from "@/lib/savings/policy";
import { listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { begin } from "../actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("savings.begin.title");

/** A plan for somebody at the desk: first who, then how much and into which account. */
export default async function NewPlanPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", `${home}/new`);
  if (call.readOnly || !mayKeepDesk(call.actor)) return notFound();
  const { q, who } = readListQuery(await searchParams, { q: "text", who: "id" });
  const [agency, { data }, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listUsers(call, { q, status: "active", limit: 25 })),
    getTranslations("savings.begin"),
  ]);
  const person = data.find(({ id, roles }) => id === who && readsOwnPlan(roles));
  const today = dayAt(call.now, agency.timeZone);
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader
        title={t("title")}
        back={person ? { href: `${home}/new`, label: t("who") } : { href: home, to: "savings" }}
      />
      {person ? (
        <PlanForm {...{ person, today, home }} currency={agency.currency} begin={begin.bind(null, slug)} />
      ) : (
        <ChooseSaver home={`${home}/new`} q={q} people={data} />
      )}
    </Speak>
  );
}
