import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgenciesPage, readAgenciesQuery } from "@/components/platform/agencies-page";
import { ExportAgencies } from "@/components/platform/export-agencies";
import type { RawQuery } from "@/components/shell/list-query";
import { listAgencies } from "@/lib/agencies/queries/platform";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { exportAll } from "../actions";

type Props = { searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("agencies"),
});

export default async function AllAgenciesPage({ searchParams }: Props) {
  const home = "/admin/agencies";
  const call = await platformCall(home);
  const query = readAgenciesQuery(await searchParams);
  const { q, cursor } = query;
  const narrowing = { q, status: query.status, sort: query.sort };
  const page = await read(listAgencies(call, { ...narrowing, cursor, limit: 25 }));
  const t = await getTranslations("platform.nav");
  const actions = <ExportAgencies query={narrowing} read={exportAll} />;
  return <AgenciesPage {...{ home, query, page, actions }} title={t("agencies")} />;
}
