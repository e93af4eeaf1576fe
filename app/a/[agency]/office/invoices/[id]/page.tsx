import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { InstalmentsCard, InvoiceBadge, LinesCard, PaymentsCard } from "@/components/invoices/invoice-parts";
import { ReceiptButton } from "@/components/invoices/receipt-button";
import { RefundsCard } from "@/components/invoices/refunds-card";
import { MyProofs } from "@/components/payments/my-proofs";
import { PayCard } from "@/components/payments/pay-card";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { listProofs } from "@/lib/payments/queries/proofs";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { pageCall, read } from "@/server/doors/page";
import { ask } from "../../../my/(page)/invoices/actions";
import { approve, refuse, request } from "../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("payments.invoice");

/** One invoice: what for, by when, what came in, what is to go back. */
export default async function InvoicePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/invoices`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const [invoice, proofs, refunds, agency, t] = await Promise.all([
    read(readInvoice(call, { id })),
    read(listProofs(call, { invoiceId: id, limit: 50 })),
    read(listRefunds(call, { invoiceId: id, limit: 50 })),
    read(readAgency(call, {})),
    getTranslations("payments"),
  ]);
  const keeps = !call.readOnly && invoice.mayKeep;
  const parts = { invoice, zone: agency.timeZone };
  const over = invoice.paid - (invoice.state === "void" ? 0 : invoice.total);
  const isOpen = invoice.state === "open" || invoice.state === "part_paid";
  return (
    <Speak namespaces={["payments", "packages", "savings"]}>
      <PageHeader
        title={<bdi dir="ltr">{invoice.number}</bdi>}
        meta={t("for", { name: invoice.payer.name, title: invoice.title })}
        back={{ href: home, label: t("invoices") }}
        actions={<InvoiceBadge invoice={invoice} now={call.now.getTime()} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-5">
          <LinesCard {...parts} />
          <PaymentsCard {...parts} />
          {invoice.payments.length > 0 ? <ReceiptButton agency={slug} invoice={invoice} /> : null}
          <MyProofs proofs={proofs.data} zone={agency.timeZone} />
        </div>
        <div className="flex flex-col gap-5">
          <InstalmentsCard {...parts} />
          {keeps && isOpen ? <PayCard agency={slug} invoice={invoice} ask={ask.bind(null, slug)} /> : null}
          <RefundsCard
            {...{ invoice, over, refunds: refunds.data }}
            request={keeps ? request.bind(null, slug) : null}
            approve={approve.bind(null, slug)}
            refuse={refuse.bind(null, slug)}
          />
        </div>
      </div>
    </Speak>
  );
}
