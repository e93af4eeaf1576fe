import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { INVOICE_VIEWS, InvoiceViews } from "@/components/invoices/invoice-views";
import { InvoicesTable } from "@/components/invoices/invoices-table";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { EmptyState } from "@/components/ui/states";
import { readAgency } from "@/lib/agencies/queries/agency";
import { countInvoices, listInvoices } from "@/lib/invoices/queries/invoices";
import { pageCall, read } from "@/server/doors/page";
import { ListTools } from "./list-tools";
import { invoiceSums } from "./sums";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("payments.invoices");

/** What is owed, by when, and what came in. */
export default async function InvoicesPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/invoices`;
  const call = await pageCall(slug, "office", home);
  const query = readListQuery(await searchParams, { view: INVOICE_VIEWS, q: "text", sort: ["newest", "due"] });
  const { view = "all", q, cursor, sort } = query;
  const [page, counts, agency, t] = await Promise.all([
    read(listInvoices(call, { view, q, cursor, sort, limit: 25 })),
    read(countInvoices(call, {})),
    read(readAgency(call, {})),
    getTranslations("payments"),
  ]);
  const order = {
    name: "sort",
    label: t("sort.label"),
    options: [
      { value: "newest", label: t("sort.newest") },
      { value: "due", label: t("sort.due") },
    ],
  };
  return (
    <Speak namespaces={["payments"]}>
      <PageHeader title={t("invoices")} actions={<ListTools {...{ call, home, query }} agency={slug} />} />
      <InvoiceViews home={home} view={view} counts={counts} />
      <ListFilter home={home} query={query} search={t("search")} choices={[order]} />
      <InvoicesTable
        {...{ home, zone: agency.timeZone, now: call.now.getTime() }}
        invoices={page.data}
        footer={listFoot(home, query, page, { sums: invoiceSums(call, { view, q, sort }) })}
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
      />
    </Speak>
  );
}
