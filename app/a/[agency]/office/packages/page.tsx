import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ExportPackages } from "@/components/packages/export-packages";
import { PackageCards } from "@/components/packages/package-card";
import { PackagesFilter } from "@/components/packages/packages-filter";
import { PageHeader } from "@/components/shell/headers";
import { listPages } from "@/components/shell/list-pages";
import { isNarrowed, type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { Category } from "@/lib/packages/contract/package";
import { mayCreatePackage, mayExportPackages } from "@/lib/packages/policy";
import { listPackages } from "@/lib/packages/queries/packages";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";
import { branchChoice } from "./branches";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("packages.title");

/** What the agency sells. */
export default async function PackagesPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/packages`;
  const call = await pageCall(agency, "office", home);
  const shape = { q: "text", category: Category.options, branch: "id", sort: ["newest"] } as const;
  const query = readListQuery(await searchParams, shape);
  const { q, category, branch: branchId, sort, cursor } = query;
  const narrowing = { q, category, branchId, sort };
  const page = await read(listPackages(call, { ...narrowing, cursor, limit: 24 }));
  const [branches, t] = await Promise.all([branchChoice(call), getTranslations("packages")]);
  const sells = !call.readOnly && mayCreatePackage(call.actor, { branchId: call.actor.branchId });
  const act = sells ? (
    <LinkButton href={`${home}/new`} kind="primary" icon={<Plus aria-hidden size={18} />}>
      {t("new")}
    </LinkButton>
  ) : null;
  const file = <ExportPackages key="file" query={narrowing} read={exportAll.bind(null, agency)} />;
  const none = isNarrowed(query) ? "noneHere" : "none";
  return (
    <Speak namespaces={["packages"]}>
      <PageHeader
        title={t("title")}
        actions={[
          <KeptViews key="views" {...{ call, agency, home, query }} place="packages" />,
          mayExportPackages(call.actor) ? file : null,
          <span key="new">{act}</span>,
        ]}
      />
      <PackagesFilter {...{ home, query, branches }} />
      {page.data.length === 0 ? <EmptyState title={t(none)} text={t(`${none}Text`)} action={act} /> : null}
      <PackageCards slug={agency} packages={page.data} home={home} now={call.now} />
      {listPages(home, query, page)}
    </Speak>
  );
}
