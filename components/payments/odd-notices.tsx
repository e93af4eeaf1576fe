"use client";

import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import type { OddNotice } from "@/lib/payments/contract/odd";
import { usePaymentWords } from "./words";

const WORDS = {
  unknown_invoice: "unknown",
  other_currency: "otherCurrency",
  already_paid: "paidTwice",
  taken_back: "takenBack",
} as const;
type Close = Act<{ id: string; note: string }, OddNotice>;
type Notices = { home: string; notices: readonly OddNotice[] };

/** What a gateway said and our books do not know, until somebody dealt with it. Nothing is drawn where all is well. */
export function OddNotices({ home, notices, close }: Notices & { close: Close | null }) {
  const { t, money, day } = usePaymentWords();
  if (notices.length === 0) return null;
  return (
    <Card flush className="mb-5" title={t("odd.title")}>
      <p className="px-(--pad-card) pb-4 text-ink-2">{t("odd.text")}</p>
      {notices.map((one) => (
        <Row
          key={one.id}
          end={
            <span className="flex flex-wrap items-center justify-end gap-3">
              <span className="font-semibold">{money(one.amount)}</span>
              {close ? <CloseForm id={one.id} close={close} /> : null}
            </span>
          }
        >
          <About home={home} notice={one} />
          <p className="text-ink-2 text-sm">
            {t(`odd.${WORDS[one.outcome]}`, { currency: one.invoice?.currency ?? "" })}&nbsp;· {day(one.createdAt)}
          </p>
        </Row>
      ))}
    </Card>
  );
}

/** What somebody dealt with, and how: the latest of it. */
export function ClosedNotices({ home, notices, zone }: Notices & { zone: string }) {
  const { t, money, day } = usePaymentWords(zone);
  if (notices.length === 0) return null;
  return (
    <Card flush className="mt-5" title={t("odd.closed")}>
      {notices.map((one) => (
        <Row key={one.id} end={<span className="font-semibold">{money(one.amount)}</span>}>
          <About home={home} notice={one} />
          {one.closed ? (
            <p className="text-ink-2 text-sm">
              <bdi>{one.closed.note}</bdi>&nbsp;· <bdi>{one.closed.by}</bdi>&nbsp;· {day(one.closed.at)}
            </p>
          ) : null}
        </Row>
      ))}
    </Card>
  );
}

function About({ home, notice: { invoice, orderRef } }: { home: string; notice: OddNotice }) {
  return (
    <p className="font-semibold">
      {invoice ? (
        <Link href={`${home}/invoices/${invoice.id}`} className="hover:underline">
          <bdi dir="ltr">{invoice.number}</bdi>&nbsp;· <bdi>{invoice.payerName}</bdi>
        </Link>
      ) : (
        <bdi dir="ltr">{orderRef}</bdi>
      )}
    </p>
  );
}

function CloseForm({ id, close }: { id: string; close: Close }) {
  const { t } = usePaymentWords();
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const send = () => {
    if (!note.trim()) return setWrong(t("odd.noteMissing"));
    act(() => close({ id, note }), {
      said: { text: t("odd.said") },
      refused: setWrong,
      done: () => setOpen(false),
    });
  };
  return (
    <Dialog
      title={t("odd.close")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{t("odd.close")}</Button>}
      actions={() => (
        <Button kind="primary" busy={busy && t("saving")} onClick={send}>
          {t("odd.close")}
        </Button>
      )}
    >
      <TextArea
        label={t("odd.note")}
        rows={3}
        maxLength={500}
        error={wrong}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}
