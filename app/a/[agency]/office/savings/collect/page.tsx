import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { CollectForm } from "@/components/savings/collect-form";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { MOST_TOGETHER } from "@/lib/savings/contract/deposit";
import { mayKeepDesk } from "@/lib/savings/policy";
import { listMethods } from "@/lib/savings/queries/desk";
import { listPlans } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { collect } from "../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("savings.collect.title");

/** Somebody brings the money of many with one proof. */
export default async function CollectPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", `${home}/collect`);
  if (call.readOnly || !mayKeepDesk(call.actor)) return notFound();
  const [agency, methods, plans, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listMethods(call, {})),
    readAll((page) => read(listPlans(call, { sort: "name", ...page }))),
    getTranslations("savings.collect"),
  ]);
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader title={t("title")} back={{ href: home, to: "savings" }} />
      <CollectForm
        {...{ agency: slug, home }}
        plans={plans.filter(({ state, balance }) => state !== "closed" && balance.currency === agency.currency)}
        methods={methods.data}
        most={MOST_TOGETHER}
        today={dayAt(call.now, agency.timeZone)}
        collect={collect.bind(null, slug)}
      />
    </Speak>
  );
}
