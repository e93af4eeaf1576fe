import { createElement } from "react";
import { expect, it } from "vitest";
import { MoneyPart } from "@/components/bookings/money-part";
import { LinesCard } from "@/components/invoices/invoice-parts";
import { Booking } from "@/lib/bookings/contract/booking";
import { locales } from "@/lib/i18n/locales";
import { Invoice } from "@/lib/invoices/contract/invoice";
import { moneyIn } from "@/lib/kernel/amounts";
import { draw } from "@/tests/support/draw";

const [invoice] = (Invoice.meta()?.examples ?? []) as [Invoice];
const [raw] = (Booking.meta()?.examples ?? []) as unknown[];
const booking = Booking.parse(raw);
const kept = { amount: 500, passengerType: "adult", roomType: "quad" } as const;

it.each(locales)(
  "what is kept of a cancelled seat is called the same on the invoice and the booking, in %s",
  (locale) => {
    const { amount, ...detail } = kept;
    const line = { kind: "kept" as const, label: "Hendra", quantity: 1, amount: moneyIn("IDR")(amount), detail };
    const onInvoice = draw(createElement(LinesCard, { invoice: { ...invoice, lines: [line] }, zone: "UTC" }), locale);
    const fee = { ...booking.lines[0]!, ...detail, amount: moneyIn("IDR")(amount), kind: "kept" as const };
    const onBooking = draw(createElement(MoneyPart, { booking: { ...booking, lines: [fee] } }), locale);
    const [called] = /[^<>\u00a0]+(?=\u00a0·)/.exec(onInvoice.slice(onInvoice.indexOf("<dt")))!;
    expect(onBooking).toContain(called);
    if (locale === "en") expect(called, "no word of the office's table").toBe("Cancellation fee, as agreed");
  },
);
