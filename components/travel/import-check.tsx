"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import type { RoomType } from "@/lib/packages/contract/package";
import type { ImportField, PassengerImport } from "@/lib/travel/contract/import";
import { ProblemList } from "./problem-list";

type Check = { importId: string; mapping: (ImportField | null)[]; roomType: RoomType; holdDays: number };
export type CheckActs = { check: Act<Check, PassengerImport>; start: Act<{ importId: string }, PassengerImport> };
type ImportCheckProps = {
  slug: string;
  found: PassengerImport;
  acts: CheckActs;
  onFound: (found: PassengerImport) => void;
};

const FIELDS: readonly ImportField[] = [
  ...(["booking", "passportName", "passportNumber", "passportExpiresOn", "birthDate", "gender"] as const),
  ...(["nationality", "nationalId", "phone", "roomType", "passengerType", "emergencyName"] as const),
  ...(["emergencyPhone", "healthNotes", "roomWish", "paid"] as const),
];
const TYPES: readonly RoomType[] = ["quad", "triple", "double", "single"];
const DAYS = ["1", "3", "7", "14", "30"];

/** What was found: columns to correct, what is wrong row by row, and the last step. */
export function ImportCheck({ slug, found, acts, onFound }: ImportCheckProps) {
  const t = useTranslations("travel");
  const room = useTranslations("packages.room");
  const { busy, act } = useAct();
  const [refused, setRefused] = useState<string | null>(null);
  const { id: importId, columns, mapping, roomType, holdDays, fine, rows, wrong, seatsNeeded, seatsLeft } = found;
  const check = (change: Partial<Check>) => {
    setRefused(null);
    act(() => acts.check({ importId, mapping, roomType, holdDays, ...change }), { done: onFound, refused: setRefused });
  };
  // A field moves to the column it is given to.
  const assign = (at: number, field: ImportField | null) =>
    check({ mapping: mapping.map((one, i) => (i === at ? field : one === field ? null : one)) });
  const named = columns.map((column, i) => ({ i, key: `${i} ${column}`, label: column || String(i + 1) }));
  const options = [
    { value: "", label: t("import.skip") },
    ...FIELDS.filter((field) => field !== "paid" || found.mayTakeMoney).map((value) => ({
      value,
      label: t(`field.${value}`),
    })),
  ];
  return (
    <>
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <Card title={t("import.columns")} aside={busy ? t("import.checking") : undefined}>
        <p className="mb-3 text-ink-2">{t("import.columnsText")}</p>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {named.map(({ key, label, i }) => (
            <SelectField
              key={key}
              label={label}
              value={mapping[i] ?? ""}
              options={options}
              onChange={(event) => assign(i, (event.target.value || null) as ImportField | null)}
            />
          ))}
        </div>
        <div className="mt-4 grid gap-3 border-line border-t pt-4 sm:grid-cols-2">
          <SelectField
            label={t("import.roomType")}
            value={roomType}
            options={TYPES.map((value) => ({ value, label: room(value) }))}
            onChange={(event) => check({ roomType: event.target.value as RoomType })}
          />
          <SelectField
            label={t("import.holdDays")}
            value={String(holdDays)}
            options={DAYS.map((value) => ({ value, label: value }))}
            onChange={(event) => check({ holdDays: Number(event.target.value) })}
          />
        </div>
      </Card>
      <Card>
        <p className="font-semibold text-md" role="status">
          {t("import.found", { rows })}&nbsp;· {t("import.fine", { count: fine })}
          {wrong > 0 ? `\u00a0· ${t("import.wrong", { count: wrong })}` : ""}
        </p>
        <p className={`tn mt-1 mb-3 ${seatsNeeded > seatsLeft ? "text-warn-ink" : "text-ink-2"}`}>
          {t("import.seats", { needed: seatsNeeded, left: seatsLeft })}
        </p>
        {fine > 0 ? (
          <Button
            kind="primary"
            busy={busy && t("import.starting")}
            onClick={() => act(() => acts.start({ importId }), { done: onFound, refused: setRefused })}
          >
            {t("import.start", { count: fine })}
          </Button>
        ) : null}
      </Card>
      <ProblemList {...{ slug, found }} />
    </>
  );
}
