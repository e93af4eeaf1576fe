import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { InstalmentsCard, InvoiceBadge, LinesCard, PaymentsCard } from "@/components/invoices/invoice-parts";
import { ReceiptButton } from "@/components/invoices/receipt-button";
import { MyProofs } from "@/components/payments/my-proofs";
import { PayCard } from "@/components/payments/pay-card";
import { PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { Speak } from "@/components/shell/speak";
import { PaperLetterhead } from "@/components/ui/letterhead";
import { readAgency } from "@/lib/agencies/queries/agency";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { listProofs } from "@/lib/payments/queries/proofs";
import { pageCall, read } from "@/server/doors/page";
import { ask } from "../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("payments.pay.title");

/** What I owe, how to pay it, and what became of what I sent. */
export default async function PayPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/my/invoices`;
  const call = await pageCall(slug, "my", `${home}/${id}`);
  const [invoice, proofs, agency, t] = await Promise.all([
    read(readInvoice(call, { id })),
    read(listProofs(call, { invoiceId: id, limit: 20 })),
    read(readAgency(call, {})),
    getTranslations("payments"),
  ]);
  const parts = { invoice, zone: agency.timeZone };
  const isOpen = invoice.state === "open" || invoice.state === "part_paid";
  const waits = proofs.data.some(({ state }) => state === "submitted" || state === "second_look");
  const sent = <MyProofs proofs={proofs.data} zone={agency.timeZone} />;
  return (
    <Speak namespaces={["payments", "packages"]}>
      <KeepFresh agency={slug} seconds={60} />
      <PaperLetterhead agency={agency} />
      <PhoneHeader
        title={<bdi>{invoice.title}</bdi>}
        meta={<bdi dir="ltr">{invoice.number}</bdi>}
        end={<InvoiceBadge invoice={invoice} now={call.now.getTime()} />}
        back={{ href: home, label: t("mine.title") }}
      />
      <div className="flex flex-col gap-3">
        {waits ? sent : null}
        {isOpen && !call.readOnly ? (
          <PayCard agency={slug} invoice={invoice} ask={ask.bind(null, slug)} waits={waits} />
        ) : null}
        {waits ? null : sent}
        <InstalmentsCard {...parts} />
        <PaymentsCard {...parts} />
        {invoice.payments.length > 0 ? <ReceiptButton agency={slug} invoice={invoice} /> : null}
        <LinesCard {...parts} />
      </div>
    </Speak>
  );
}
