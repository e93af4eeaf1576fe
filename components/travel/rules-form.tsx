"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { ItemRule, Rules } from "@/lib/travel/contract/rules";

type Wish = { items: ItemRule[] | null; reason?: string };
type RulesFormProps = {
  rules: Rules;
  /** Of one departure: it may go back to what holds for all. */
  ofTrip: boolean;
  set: Act<Wish, Rules>;
};
type Row = { item: ItemRule["item"]; days: string; blocks: boolean };

const rowsOf = (rules: Rules): Row[] =>
  rules.items.map(({ item, daysBefore, blocks }) => ({
    item,
    blocks,
    days: daysBefore === null ? "" : String(daysBefore),
  }));
const isDays = ({ item, days }: Row) =>
  (item === "payment" && days === "") || (/^\d{1,3}$/.test(days) && Number(days) <= 365);

/** By when each item is to be done, and whether the manifest waits for it. */
export function RulesForm({ rules, ofTrip, set }: RulesFormProps) {
  const t = useTranslations("travel");
  const { busy, act } = useAct();
  const [rows, setRows] = useState(() => rowsOf(rules));
  const [reason, setReason] = useState(rules.reason ?? "");
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const change = (item: Row["item"], part: Partial<Row>) =>
    setRows(rows.map((row) => (row.item === item ? { ...row, ...part } : row)));
  const send = (wish: Wish) => {
    setRefused(null);
    act(() => set(wish), {
      said: { text: t("rules.saved") },
      refused: setRefused,
      done: (kept) => {
        setRows(rowsOf(kept));
        setReason(kept.reason ?? "");
        setTried(false);
      },
    });
  };
  // What a departure is refused for lies at its reason, which may be far from the top.
  const lacksReason = ofTrip && reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!rows.every(isDays)) return;
    const items = rows.map(({ item, days, blocks }) => ({
      item,
      blocks,
      daysBefore: days === "" ? null : Number(days),
    }));
    send({ items, ...(ofTrip && reason.trim() ? { reason: reason.trim() } : {}) });
  };
  return (
    <Form onSubmit={submit} noValidate className="card flex max-w-2xl flex-col gap-4 p-5">
      <p className="text-ink-2">{t(ofTrip ? "rules.textTrip" : "rules.text")}</p>
      {refused && !lacksReason ? <Banner kind="bad">{refused}</Banner> : null}
      <ul className="flex flex-col">
        {rows.map((row) => (
          <li
            key={row.item}
            className="grid items-center gap-x-5 gap-y-2 border-line border-t py-3 first:border-t-0 sm:grid-cols-[1fr_11rem_12rem]"
          >
            <span className="font-semibold">{t(`item.${row.item}`)}</span>
            <TextField
              label={t("rules.days")}
              inputMode="numeric"
              maxLength={3}
              value={row.days}
              hint={row.item === "payment" && row.days === "" ? t("rules.asBooked") : undefined}
              error={tried && !isDays(row) ? t("rules.unreadable") : undefined}
              onChange={(event) => change(row.item, { days: event.target.value.trim() })}
            />
            <Switch
              label={t("rules.blocks")}
              aria-label={t("rules.blocksItem", { item: t(`item.${row.item}`) })}
              checked={row.blocks}
              onChange={(event) => change(row.item, { blocks: event.target.checked })}
            />
          </li>
        ))}
      </ul>
      {ofTrip ? (
        <TextField
          label={t("rules.reason")}
          hint={t("rules.reasonHint")}
          error={refused && lacksReason ? t("waive.reasonFirst") : undefined}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" kind="primary" busy={busy && t("place.saving")}>
          {t("rules.save")}
        </Button>
        {rules.own ? (
          <Button onClick={() => send({ items: null })}>{t(ofTrip ? "rules.asAll" : "rules.asCome")}</Button>
        ) : null}
      </div>
    </Form>
  );
}
