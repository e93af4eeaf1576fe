"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { Booking } from "@/lib/bookings/contract/booking";

export type ReadPassport = Act<{ id: string; pilgrimId: string; mrz: string }, Booking>;
type MrzFieldProps = {
  bookingId: string;
  pilgrimId: string;
  read: ReadPassport;
  onRead: (booking: Booking) => void;
};

/** The two lines at a passport's foot, typed or scanned, fill in the rest once their check digits agree. */
export function MrzField({ bookingId, pilgrimId, read, onRead }: MrzFieldProps) {
  const t = useTranslations("bookings.mrz");
  const errors = useTranslations("errors");
  const { busy, act } = useAct();
  const [lines, setLines] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const go = async () => {
    setWrong(null);
    const answer = await read({ id: bookingId, pilgrimId, mrz: lines.trim().toUpperCase() });
    if (answer.ok) return answer;
    const { fields } = (answer.details ?? {}) as { fields?: Record<string, string[]> };
    const code = fields ? Object.values(fields).flat()[0] : undefined;
    const known = code && errors.has(`fields.${code}` as never) ? errors(`fields.${code}` as never) : answer.message;
    return { ...answer, message: known };
  };
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={t("label")}
        hint={t("hint")}
        error={wrong}
        rows={2}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        maxLength={120}
        value={lines}
        className="[&_textarea]:min-h-16 [&_textarea]:font-mono [&_textarea]:text-sm"
        onChange={(event) => setLines(event.target.value)}
      />
      <Button
        className="self-start"
        busy={busy && t("reading")}
        onClick={() =>
          act(go, {
            said: { text: t("done") },
            refused: setWrong,
            done: (booking) => {
              setLines("");
              onRead(booking);
            },
          })
        }
      >
        {t("act")}
      </Button>
    </div>
  );
}
