import { PiggyBank } from "lucide-react";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { LinkRow } from "@/components/journey/link-row";
import { PhoneHeader } from "@/components/shell/headers";
import { EmptyState } from "@/components/ui/states";
import { formatMoney } from "@/lib/i18n/formats";
import { isOwnPlan } from "@/lib/savings/policy";
import { listPlans } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { backFrom } from "../back";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<{ from?: string }> };

export const generateMetadata = titled("savings.my.title");

export default async function MySavingsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/my/savings`;
  const { from } = await searchParams;
  const call = await pageCall(agency, "my", home);
  const [{ data }, t, locale] = await Promise.all([
    read(listPlans(call, { limit: 100 })),
    getTranslations("savings.my"),
    getLocale(),
  ]);
  const own = data.filter((plan) => isOwnPlan(call.actor, plan));
  if (own.length === 1 && own[0]) redirect(`${home}/${own[0].id}${from === "settings" ? "?from=settings" : ""}`);
  return (
    <>
      <PhoneHeader title={t("title")} back={backFrom(`/a/${agency}/my`, from)} />
      {own.length === 0 ? <EmptyState title={t("noneTitle")} text={t("noneText")} /> : null}
      <div className="flex flex-col gap-3">
        {own.map(({ id, name, balance }) => (
          <LinkRow
            key={id}
            href={`${home}/${id}?from=list`}
            icon={<PiggyBank aria-hidden size={24} />}
            detail={formatMoney(locale, balance)}
          >
            <bdi>{name}</bdi>
          </LinkRow>
        ))}
      </div>
    </>
  );
}
