import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { InvoiceDesk } from "@/components/invoices/invoice-desk";
import { InvoiceBadge } from "@/components/invoices/invoice-parts";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { PaperLetterhead } from "@/components/ui/letterhead";
import { readAgency } from "@/lib/agencies/queries/agency";
import { isPayer } from "@/lib/invoices/policy";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { mayKeepBank } from "@/lib/payments/policy";
import { listProofs } from "@/lib/payments/queries/proofs";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { pageCall, read } from "@/server/doors/page";
import { ask } from "../../../my/(page)/invoices/actions";
import { approve, enter, refuse, remind, request } from "../actions";

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
  return (
    <Speak namespaces={["payments", "packages", "savings", "reminders"]}>
      <PaperLetterhead agency={agency} />
      <PageHeader
        title={<bdi dir="ltr">{invoice.number}</bdi>}
        meta={t("for", { name: invoice.payer.name, title: invoice.title })}
        back={{ href: home, label: t("invoices") }}
        actions={<InvoiceBadge invoice={invoice} now={call.now.getTime()} />}
      />
      <InvoiceDesk
        {...{ agency: slug, invoice, zone: agency.timeZone, proofs: proofs.data, refunds: refunds.data }}
        proofsHref={keeps ? `/a/${slug}/office/proofs` : null}
        bankHref={!call.readOnly && mayKeepBank(call.actor) ? `/a/${slug}/office/proofs/bank` : null}
        remind={keeps ? remind.bind(null, slug) : null}
        ask={keeps ? ask.bind(null, slug) : null}
        enter={keeps && !isPayer(call.actor, { payerUserId: invoice.payer.userId }) ? enter.bind(null, slug) : null}
        request={keeps ? request.bind(null, slug) : null}
        approve={approve.bind(null, slug)}
        refuse={refuse.bind(null, slug)}
      />
    </Speak>
  );
}
