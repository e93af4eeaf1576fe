import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { InvoicesTable } from "@/components/invoices/invoices-table";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { EmptyState } from "@/components/ui/states";
import { readAgency } from "@/lib/agencies/queries/agency";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("payments.mine.title");

/** Everything I pay for. */
export default async function MyInvoicesPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/my/invoices`;
  const call = await pageCall(slug, "my", home);
  const [page, agency, t] = await Promise.all([
    read(listInvoices(call, { mine: "true", limit: 50 })),
    read(readAgency(call, {})),
    getTranslations("payments"),
  ]);
  const isOpen = ({ state }: InvoiceRow) => state === "open" || state === "part_paid";
  // What is still to be paid comes first.
  const invoices = [...page.data.filter(isOpen), ...page.data.filter((one) => !isOpen(one))];
  return (
    <Speak namespaces={["payments"]}>
      <PhoneHeader title={t("mine.title")} back={{ href: `/a/${slug}/my`, to: "today" }} />
      <InvoicesTable
        {...{ home, zone: agency.timeZone, now: call.now.getTime() }}
        mine
        invoices={invoices}
        empty={<EmptyState title={t("mine.none")} text={t("mine.noneText")} />}
      />
    </Speak>
  );
}
