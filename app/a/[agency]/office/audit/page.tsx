import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/components/audit/audit-page";
import { narrowingOf, readAuditQuery } from "@/components/audit/audit-query";
import { ExportAudit } from "@/components/audit/export-audit";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { maySeeAudit } from "@/lib/audit/policy";
import { listAudit } from "@/lib/audit/queries";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("agency.audit"))("title"),
});

/** What was changed in the agency, by whom. */
export default async function OfficeAuditPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/audit`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeAudit(call.actor)) notFound();
  const query = readAuditQuery(await searchParams);
  const { timeZone: zone } = await read(readAgency(call, {}));
  const narrowing = narrowingOf(query, zone);
  const page = await read(listAudit(call, { ...narrowing, sort: query.sort, cursor: query.cursor, limit: 50 }));
  return (
    <Speak namespaces={["agency"]}>
      <AuditPage
        {...{ home, query, page, zone }}
        actions={[
          <KeptViews key="views" {...{ call, home, query }} agency={slug} place="audit" />,
          <ExportAudit key="file" whole query={narrowing} read={exportAll.bind(null, slug)} />,
        ]}
      />
    </Speak>
  );
}
