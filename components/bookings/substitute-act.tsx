"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { Booking } from "@/lib/bookings/contract/booking";

export type Substitute = Act<
  { id: string; pilgrimId: string; details: { passportName?: string; birthDate?: string } },
  Booking
>;
type SubstituteActProps = { bookingId: string; pilgrim: { id: string; name: string }; substitute: Substitute };

/** Somebody else takes the seat at the same price; their details are filled in afterwards. */
export function SubstituteAct({ bookingId, pilgrim, substitute }: SubstituteActProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const go = () => {
    setRefused(null);
    const details = { passportName: name.trim().toUpperCase(), ...(birthDate ? { birthDate } : {}) };
    act(() => substitute({ id: bookingId, pilgrimId: pilgrim.id, details }), {
      said: { text: t("swap.done") },
      done: () => setOpen(false),
      refused: setRefused,
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("swap.title", { name: pilgrim.name })}
      text={t("swap.text")}
      trigger={<Button>{t("swap.act")}</Button>}
      actions={(close) => (
        <>
          <Button onClick={close}>{t("swap.keep")}</Button>
          <Button
            kind="primary"
            busy={busy && t("auto.saving")}
            unavailable={name.trim() === "" && t("swap.nameFirst")}
            onClick={go}
          >
            {t("swap.give")}
          </Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        {refused ? <Banner kind="bad">{refused}</Banner> : null}
        <TextField
          label={t("field.passportName")}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t("field.birthDate")}
          type="date"
          optional
          value={birthDate}
          onChange={(event) => setBirthDate(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
