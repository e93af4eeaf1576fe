import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/components/audit/audit-page";
import { narrowingOf, readAuditQuery } from "@/components/audit/audit-query";
import { ExportAudit } from "@/components/audit/export-audit";
import type { RawQuery } from "@/components/shell/list-query";
import { listPlatformAudit } from "@/lib/audit/queries";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { readLog } from "../actions";

type Props = { searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("audit"),
});

export default async function PlatformAuditPage({ searchParams }: Props) {
  const home = "/admin/audit";
  const call = await platformCall(home);
  const query = readAuditQuery(await searchParams);
  const narrowing = { ...narrowingOf(query, "UTC"), agencyId: query.agency };
  const page = await read(listPlatformAudit(call, { ...narrowing, sort: query.sort, cursor: query.cursor, limit: 50 }));
  return (
    <AuditPage
      {...{ home, query, page }}
      zone="UTC"
      across
      actions={<ExportAudit query={narrowing} read={readLog} />}
    />
  );
}
