"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextField } from "@/components/ui/field";
import type { RoomType } from "@/lib/packages/contract/package";
import type { Leg, RoomSex } from "@/lib/travel/contract/place";

type NewUnit = { leg: Leg; name: string; roomType: RoomType | null; sex: RoomSex; places: number };
/** What is added, and what goes by its id. */
export type UnitsChange = { added: NewUnit[]; drop: string[] };
const BEDS: Record<RoomType, number> = { quad: 4, triple: 3, double: 2, single: 1 };
const TYPES: readonly RoomType[] = ["quad", "triple", "double", "single"];
const SEXES: readonly RoomSex[] = ["any", "female", "male"];
const whole = (text: string, most: number) =>
  /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null;

/** "1208" and so many: 1208, 1209, 1210 … */
const namesFrom = (first: string, count: number) => {
  const found = /^(.*?)(\d+)$/.exec(first);
  return Array.from({ length: count }, (_, i) =>
    found
      ? `${found[1]}${String(Number(found[2]) + i).padStart(found[2]!.length, "0")}`
      : i === 0
        ? first
        : `${first} ${i + 1}`,
  );
};

type AddUnitsProps = { leg: Leg; busy: boolean; add: (wishes: NewUnit[], done: () => void) => void };
/** Rooms in a row of numbers, or a bus, as they were confirmed. */
export function AddUnits({ leg, busy, add }: AddUnitsProps) {
  const t = useTranslations("travel");
  const room = useTranslations("packages.room");
  const isBus = leg === "bus";
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState({
    count: "1",
    first: "",
    roomType: "quad" as RoomType,
    sex: "any" as RoomSex,
    seats: "45",
  });
  const [refused, setRefused] = useState<string | null>(null);
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const submit = () => {
    const [count, seats] = [
      isBus ? 1 : whole(draft.count, 200),
      isBus ? whole(draft.seats, 100) : BEDS[draft.roomType],
    ];
    const first = draft.first.trim();
    if (!count || !seats || !first) return setRefused(t("place.unreadable"));
    setRefused(null);
    const own = isBus ? { roomType: null, sex: "any" as const } : { roomType: draft.roomType, sex: draft.sex };
    add(
      namesFrom(first, count).map((name) => ({ ...own, leg, name, places: seats })),
      () => setOpen(false),
    );
  };
  const title = t(isBus ? "place.addBus" : "place.addRooms");
  return (
    <Dialog
      {...{ open, title }}
      onOpenChange={setOpen}
      trigger={<Button icon={<Plus aria-hidden size={16} />}>{title}</Button>}
      actions={(close) => (
        <>
          <Button onClick={close}>{t("place.keep")}</Button>
          <Button kind="primary" busy={busy && t("place.saving")} onClick={submit}>
            {t("place.add")}
          </Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t(isBus ? "place.busName" : "place.first")}
          maxLength={20}
          error={refused}
          {...field("first")}
        />
        {isBus ? (
          <TextField label={t("place.seats")} inputMode="numeric" maxLength={3} {...field("seats")} />
        ) : (
          <>
            <TextField label={t("place.howMany")} inputMode="numeric" maxLength={3} {...field("count")} />
            <SelectField
              label={t("place.type")}
              options={TYPES.map((value) => ({ value, label: room(value) }))}
              {...field("roomType")}
            />
            <SelectField
              label={t("place.for")}
              options={SEXES.map((value) => ({ value, label: t(`sex.${value}`) }))}
              {...field("sex")}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
