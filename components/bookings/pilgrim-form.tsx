"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { z } from "zod";
import type { Act } from "@/components/shell/use-act";
import { SelectField, TextField } from "@/components/ui/field";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { Pilgrim, UpdatePilgrim } from "@/lib/bookings/contract/pilgrim";
import type { DialCountry } from "@/lib/i18n/phone";
import { latinDigits } from "@/lib/kernel/digits";
import { useNations } from "./nations";

type Field =
  | "passportName"
  | "birthDate"
  | "gender"
  | "passportNumber"
  | "passportExpiresOn"
  | "nationality"
  | "nationalId"
  | "phone"
  | "emergencyName"
  | "emergencyPhone"
  | "healthNotes"
  | "roomWish"
  | "relation"
  | "guardianId";
const TEXTS: readonly Field[] = ["nationalId", "phone", "emergencyName", "emergencyPhone", "healthNotes", "roomWish"];
const PHONES: readonly Field[] = ["phone", "emergencyPhone"];
const LONG: readonly Field[] = ["healthNotes", "roomWish"];
/** Their kept value is masked: what is typed replaces it. */
const SEALED: readonly Field[] = ["passportNumber", "nationalId"];

// Spelled out: the contract itself would bring its whole validator to the phone.
const RELATIONS: readonly NonNullable<Pilgrim["relation"]>[] = [
  ...(["parent", "grandparent", "sibling", "spouse", "relative", "child", "grandchild", "other"] as const),
];

type Wish = z.input<typeof UpdatePilgrim>;
export type SavePilgrim = Act<Wish, Booking>;
type PilgrimFormProps = {
  bookingId: string;
  pilgrim: Pilgrim;
  /** Who may be a child's guardian. */
  adults: readonly Pilgrim[];
  /** Whose numbers are typed without a prefix. */
  country: DialCountry;
  save: SavePilgrim;
};

/** As it is kept: capitals and digits as in a passport, a phone with its country. */
async function asKept(field: Field, typed: string, country: DialCountry): Promise<string> {
  if (SEALED.includes(field) || field === "passportName") return latinDigits(typed.trim()).toUpperCase();
  if (!PHONES.includes(field) || !typed.trim()) return typed.trim();
  // What reads phones is large, and most people never leave one.
  const { parsePhone } = await import("@/lib/i18n/phone");
  return parsePhone(typed, country) ?? typed.trim();
}

const problemsOf = (details: unknown): Record<string, string[]> =>
  (details as { fields?: Record<string, string[]> } | undefined)?.fields ?? {};

/** What is known of one traveller. Every field is kept as soon as it is left; nothing has to be sent. */
export function PilgrimForm({ bookingId, pilgrim, adults, country, save }: PilgrimFormProps) {
  const t = useTranslations("bookings");
  const nations = useNations(pilgrim.nationality);
  const router = useRouter();
  const errors = useTranslations("errors");
  const [state, setState] = useState<"idle" | "saving" | "saved">("idle");
  const [refused, setRefused] = useState<Partial<Record<Field, string>>>({});
  const kept = useRef<Partial<Record<Field, string>>>({});
  const startOf = (field: Field) => (SEALED.includes(field) ? "" : ((pilgrim[field] as string | null) ?? ""));

  const keep = async (field: Field, typed: string) => {
    const value = await asKept(field, typed, country);
    if (value === (kept.current[field] ?? startOf(field)) || (SEALED.includes(field) && value === "")) return;
    setState("saving");
    const wish: Wish = { id: bookingId, pilgrimId: pilgrim.id, [field]: value || null };
    const answer = await save(wish).catch(() => null);
    if (answer?.ok) {
      kept.current[field] = value;
      // What is still missing, and who now needs a guardian, is said by the page.
      router.refresh();
    }
    setState(answer?.ok ? "saved" : "idle");
    const code = answer && !answer.ok ? problemsOf(answer.details)[field]?.[0] : undefined;
    const known = code && errors.has(`fields.${code}` as never) ? errors(`fields.${code}` as never) : null;
    const why = answer?.ok ? undefined : (known ?? (answer && !answer.ok ? answer.message : errors("offline")));
    setRefused((before) => ({ ...before, [field]: why }));
  };
  const common = (field: Field) => ({
    label: t(`field.${field}`),
    error: refused[field],
    defaultValue: startOf(field),
    onBlur: (event: { target: { value: string } }) => void keep(field, event.target.value),
  });
  const choose = (
    field: "gender" | "guardianId" | "relation" | "nationality",
    options: readonly { value: string; label: string }[],
  ) => (
    <SelectField
      label={t(`field.${field}`)}
      error={refused[field]}
      defaultValue={startOf(field)}
      onChange={(event) => void keep(field, event.target.value)}
      options={[{ value: "", label: t("choose") }, ...options]}
    />
  );
  const { passengerType, guardianId, missing } = pilgrim;
  const needsGuardian = passengerType !== "adult" || guardianId !== null || missing.includes("guardianId");
  const hint = (field: "passportNumber" | "nationalId") => {
    const tail = pilgrim[field];
    return tail ? t("kept", { tail }) : null;
  };
  return (
    <div className="flex flex-col gap-4">
      <TextField {...common("passportName")} maxLength={80} autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...common("birthDate")} type="date" />
        {choose("gender", [
          { value: "female", label: t("gender.female") },
          { value: "male", label: t("gender.male") },
        ])}
        <TextField
          {...common("passportNumber")}
          hint={hint("passportNumber")}
          dir="ltr"
          maxLength={9}
          autoComplete="off"
        />
        <TextField {...common("passportExpiresOn")} type="date" />
        {choose("nationality", nations)}
        {needsGuardian ? (
          <>
            {choose(
              "guardianId",
              adults
                .filter(({ id }) => id !== pilgrim.id)
                .map((one, i) => ({
                  value: one.id,
                  label: one.passportName ?? t("person", { number: String(i + 1) }),
                })),
            )}
            {choose(
              "relation",
              RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) })),
            )}
          </>
        ) : null}
        {TEXTS.map((field) => (
          <TextField
            key={field}
            {...common(field)}
            {...(field === "nationalId" ? { hint: hint("nationalId") } : {})}
            {...(PHONES.includes(field) ? { type: "tel", dir: "ltr" } : {})}
            {...(LONG.includes(field) ? { className: "sm:col-span-2" } : {})}
            maxLength={field === "healthNotes" ? 600 : field === "roomWish" ? 160 : 80}
          />
        ))}
      </div>
      <p role="status" className="min-h-5 text-ink-2 text-sm">
        {state === "idle" ? "" : t(`auto.${state}`)}
      </p>
    </div>
  );
}
