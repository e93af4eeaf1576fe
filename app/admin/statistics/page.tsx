import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Figures, Growth, Messages, Sales } from "@/components/platform/statistics";
import { PageHeader } from "@/components/shell/headers";
import { readStatistics } from "@/lib/agencies/queries/platform";
import { formatNumber } from "@/lib/i18n/formats";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("statistics"),
});

export default async function StatisticsPage() {
  const call = await platformCall("/admin/statistics");
  const [figures, t, locale] = await Promise.all([
    read(readStatistics(call, {})),
    getTranslations("platform.statistics"),
    getLocale(),
  ]);
  const { agencies, users, pilgrims, staff, inGroups } = figures;
  const number = (value: number) => formatNumber(locale, value);
  const top = [
    { label: t("active"), value: number(agencies.active), note: t("trial", { count: agencies.trial }) },
    {
      label: t("paused"),
      value: number(agencies.expired + agencies.suspended),
      note: t("waiting", { count: agencies.pending }),
    },
    { label: t("logins"), value: number(users), note: t("staff", { count: staff }) },
    { label: t("pilgrims"), value: number(pilgrims), note: t("inGroups", { count: inGroups }) },
  ];
  return (
    <>
      <PageHeader title={t("title")} meta={t("meta")} />
      <Figures figures={top} />
      <Sales sales={figures.sales} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Growth weeks={figures.weeks} />
        <Messages messages={figures.messages} />
      </div>
    </>
  );
}
