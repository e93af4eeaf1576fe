"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import type { Act } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { FieldNote, TextField } from "@/components/ui/field";
import type { Agency, Policies } from "@/lib/agencies/contract/agency";
import { localeNames, locales } from "@/lib/i18n/locales";
import { SaveCard } from "./save-card";

/** Above what sum two people say yes is set elsewhere. */
type Shown = Omit<Policies, "secondPersonAbove">;
type PoliciesCardProps = { policies: Policies; save?: Act<{ policies: Shown }, Agency> };
type FieldsProps = { details: unknown; draft: Shown; set: (change: Partial<Shown>) => void };
type TiersProps = FieldsProps & { fixed: boolean };

/** How the agency works with its people: languages, devices, lateness, quiet hours, cancelling. */
export function PoliciesCard({ policies: { secondPersonAbove: _, ...policies }, save }: PoliciesCardProps) {
  const t = useTranslations("agency.settings");
  const [draft, setDraft] = useState(policies);
  const set = (change: Partial<Shown>) => setDraft({ ...draft, ...change });
  return (
    <SaveCard
      title={t("policies")}
      wish={() => ({ policies: draft })}
      before={() => ({ policies })}
      save={save}
      onUndone={() => setDraft(policies)}
    >
      {(details) => (
        <>
          <Languages {...{ details, draft, set }} />
          <Checkbox
            label={t("single")}
            hint={t("singleHint")}
            checked={draft.singleSession}
            onChange={(event) => set({ singleSession: event.target.checked })}
          />
          <Quiet {...{ details, draft, set }} />
          <Tiers {...{ details, draft, set }} fixed={!save} />
        </>
      )}
    </SaveCard>
  );
}

function Languages({ details, draft, set }: FieldsProps) {
  const t = useTranslations("agency.settings");
  const errorOf = useFieldErrors(details);
  const note = useId();
  return (
    <fieldset aria-describedby={note}>
      <legend className="mb-2 font-label text-sm">{t("languages")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {locales.map((one) => (
          <Checkbox
            key={one}
            label={localeNames[one]}
            checked={draft.languages.includes(one)}
            onChange={(event) => {
              const rest = draft.languages.filter((language) => language !== one);
              set({ languages: event.target.checked ? [...rest, one] : rest });
            }}
          />
        ))}
      </div>
      <FieldNote id={note} error={errorOf("policies.languages")} />
    </fieldset>
  );
}

function Quiet({ details, draft, set }: FieldsProps) {
  const t = useTranslations("agency.settings");
  const errorOf = useFieldErrors(details);
  const { quietHours: quiet } = draft;
  return (
    <>
      <TextField
        label={t("late")}
        hint={t("lateHint")}
        inputMode="numeric"
        maxLength={3}
        className="w-48 max-w-full"
        value={String(draft.lateMinutes || "")}
        error={errorOf("policies.lateMinutes")}
        onChange={(event) => set({ lateMinutes: Number(event.target.value.replace(/\D/g, "")) })}
      />
      <Checkbox
        label={t("quiet")}
        hint={t("quietHint")}
        checked={quiet !== null}
        onChange={(event) => set({ quietHours: event.target.checked ? { from: "21:00", to: "06:00" } : null })}
      />
      {quiet ? (
        <div className="flex flex-wrap gap-4 ps-8">
          {(["from", "to"] as const).map((side) => (
            <TextField
              key={side}
              type="time"
              label={t(`quiet_${side}`)}
              value={quiet[side]}
              error={errorOf(`policies.quietHours.${side}`)}
              onChange={(event) => set({ quietHours: { ...quiet, [side]: event.target.value } })}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Rows have no name of their own: their place is what they are. */
const tierKey = (place: number) => `tier-${place}`;

function Tiers({ details, draft, set, fixed }: TiersProps) {
  const t = useTranslations("agency.settings");
  const errorOf = useFieldErrors(details);
  const note = useId();
  const { cancellationTiers: tiers } = draft;
  const change = (at: number, part: object) =>
    set({ cancellationTiers: tiers.map((tier, i) => (i === at ? { ...tier, ...part } : tier)) });
  const number = (text: string) => Number(text.replace(/\D/g, ""));
  return (
    <fieldset aria-describedby={note} className="flex flex-col gap-3">
      <legend className="mb-2 font-label text-sm">{t("tiers")}</legend>
      {tiers.map(({ daysBefore, keptPercent }, i) => (
        <div key={`${tiers.length} ${tierKey(i)}`} className="flex flex-wrap items-end gap-3">
          <TextField
            label={t("daysBefore")}
            inputMode="numeric"
            maxLength={3}
            className="w-40 max-w-full"
            value={String(daysBefore)}
            error={errorOf(`policies.cancellationTiers.${i}.daysBefore`)}
            onChange={(event) => change(i, { daysBefore: number(event.target.value) })}
          />
          <TextField
            label={t("kept")}
            inputMode="numeric"
            maxLength={3}
            suffix="%"
            className="w-40 max-w-full"
            value={String(keptPercent)}
            error={errorOf(`policies.cancellationTiers.${i}.keptPercent`)}
            onChange={(event) => change(i, { keptPercent: number(event.target.value) })}
          />
          {fixed ? null : (
            <Button
              kind="ghost"
              aria-label={t("tierDrop")}
              icon={<X aria-hidden size={16} />}
              onClick={() => set({ cancellationTiers: tiers.filter((_, at) => at !== i) })}
            />
          )}
        </div>
      ))}
      <FieldNote id={note} hint={t("tiersHint")} error={errorOf("policies.cancellationTiers")} />
      {tiers.length < 10 && !fixed ? (
        <div>
          <Button
            icon={<Plus aria-hidden size={16} />}
            onClick={() => set({ cancellationTiers: [...tiers, { daysBefore: 30, keptPercent: 50 }] })}
          >
            {t("tierAdd")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
