import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { MyProofs } from "@/components/payments/my-proofs";
import { PayCard } from "@/components/payments/pay-card";
import { LinkButton } from "@/components/ui/link-button";
import type { Invoice } from "@/lib/invoices/contract/invoice";
import { overOf, reachOf } from "@/lib/invoices/rules";
import type { Proof } from "@/lib/payments/contract/proof";
import { CashForm } from "./cash-form";
import { InstalmentsCard, LinesCard, PaymentsCard } from "./invoice-parts";
import { ReceiptButton } from "./receipt-button";
import { RefundsCard } from "./refunds-card";
import { RemindButton } from "./remind-button";

type Refunds = ComponentProps<typeof RefundsCard>;
type InvoiceDeskProps = Pick<Refunds, "refunds" | "request" | "approve" | "refuse"> & {
  agency: string;
  invoice: Invoice;
  zone: string;
  proofs: readonly Proof[];
  /** Where proofs are decided about, and where the bank's lines are, for whoever keeps them. */
  proofsHref: string | null;
  bankHref: string | null;
  /** Null for whoever may only look. */
  remind: ComponentProps<typeof RemindButton>["remind"] | null;
  ask: ComponentProps<typeof PayCard>["ask"] | null;
  /** Null for whoever keeps no money, or whose own invoice it is. */
  enter: ComponentProps<typeof CashForm>["enter"] | null;
};

/** All about one invoice beside each other, as the office works on it. */
export function InvoiceDesk({ agency, invoice, zone, proofs, remind, ask, enter, ...rest }: InvoiceDeskProps) {
  const { proofsHref, bankHref, ...refunds } = rest;
  const t = useTranslations("payments.byDesk");
  const parts = { invoice, zone };
  const over = overOf(invoice);
  const waits = proofs.some(({ state }) => state === "submitted" || state === "second_look");
  const check = waits && proofsHref !== null;
  const isOpen = invoice.state === "open" || invoice.state === "part_paid";
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex flex-col gap-5">
        <LinesCard {...parts} />
        <PaymentsCard {...parts} />
        {invoice.payments.length > 0 ? <ReceiptButton agency={agency} invoice={invoice} asks /> : null}
        <MyProofs proofs={proofs} zone={zone} words="state" />
      </div>
      <div className="flex flex-col gap-5">
        <InstalmentsCard {...parts} />
        <div className="flex flex-col gap-2.5 empty:hidden">
          {check ? (
            <LinkButton href={proofsHref} kind="primary" wide>
              {t("check")}
            </LinkButton>
          ) : null}
          {remind && isOpen && reachOf(invoice.payer) ? (
            <RemindButton
              id={invoice.id}
              kind={check ? "secondary" : "primary"}
              {...{ zone, remind, remindedAt: invoice.remindedAt }}
            />
          ) : null}
          {enter && isOpen ? <CashForm {...{ invoice, enter }} /> : null}
          {bankHref && isOpen ? (
            <LinkButton href={bankHref} wide>
              {t("match")}
            </LinkButton>
          ) : null}
        </div>
        {ask && isOpen ? <PayCard agency={agency} invoice={invoice} ask={ask} by="byDesk" /> : null}
        <RefundsCard {...{ invoice, over }} {...refunds} />
      </div>
    </div>
  );
}
