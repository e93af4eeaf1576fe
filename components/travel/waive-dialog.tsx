"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import type { Item, Readiness } from "@/lib/travel/contract/readiness";

export const ITEMS: readonly Item[] = ["documents", "payment", "visa", "vaccine", "kit", "manasik", "room", "seat"];
export type WaiveAct = Act<{ item: Item; pilgrimIds: string[]; waived: boolean; reason?: string }, Readiness>;
type WaiveDialogProps = { ids: string[]; item?: Item; waive: WaiveAct; done: () => void };

/** Lets whoever is chosen go without an item; why is written down and stays. */
export function WaiveDialog({ ids, item: first, waive, done }: WaiveDialogProps) {
  const t = useTranslations("travel");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [item, setItem] = useState<Item>(first ?? "vaccine");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const send = (waived: boolean) => {
    setRefused(null);
    const why = waived ? { reason: reason.trim() } : {};
    act(() => waive({ item, pilgrimIds: ids, waived, ...why }), {
      said: { text: t("ready.marked") },
      refused: setRefused,
      done: () => {
        setOpen(false);
        done();
      },
    });
  };
  return (
    <Dialog
      {...{ open }}
      onOpenChange={setOpen}
      title={t("waive.title", { count: ids.length })}
      text={t("waive.text")}
      trigger={<Button>{t("waive.act")}</Button>}
      actions={() => (
        <>
          <Button onClick={() => send(false)}>{t("waive.back")}</Button>
          <Button
            kind="primary"
            busy={busy && t("ready.marking")}
            unavailable={reason.trim() ? false : t("waive.reasonFirst")}
            onClick={() => send(true)}
          >
            {t("waive.go")}
          </Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        {refused ? <Banner kind="bad">{refused}</Banner> : null}
        <SelectField
          label={t("waive.item")}
          value={item}
          onChange={(event) => setItem(event.target.value as Item)}
          options={ITEMS.map((value) => ({ value, label: t(`item.${value}`) }))}
        />
        <TextField
          label={t("waive.reason")}
          hint={t("waive.reasonHint")}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
