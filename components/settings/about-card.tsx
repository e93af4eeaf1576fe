"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCity } from "@/components/groups/use-city";
import { zonesWith } from "@/components/groups/zones";
import { useFieldErrors } from "@/components/shell/field-errors";
import type { Act } from "@/components/shell/use-act";
import { SelectField, TextField } from "@/components/ui/field";
import type { Agency } from "@/lib/agencies/contract/agency";
import { COUNTRIES } from "@/lib/agencies/rules/countries";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";
import { currencyName } from "@/lib/i18n/places";
import { SaveCard } from "./save-card";

type Fields = { name: string; hotline: string | null; locale: Locale; currency: string; timeZone: string };
type AboutCardProps = { agency: Agency; save?: Act<Fields, Agency> };

const fieldsOf = ({ name, hotline, locale, currency, timeZone }: Agency): Fields => ({
  name,
  hotline,
  currency,
  timeZone,
  locale: locale as Locale,
});

/** What the agency is called, in which language, money and zone it works. */
export function AboutCard({ agency, save }: AboutCardProps) {
  const t = useTranslations("agency.settings");
  const reader = useLocale();
  const [draft, setDraft] = useState(fieldsOf(agency));
  const set = (change: Partial<Fields>) => setDraft({ ...draft, ...change });
  const currencies = [
    ...new Set([agency.currency, ...Object.values(COUNTRIES).map(({ currency }) => currency), "USD"]),
  ];
  return (
    <SaveCard
      title={t("about")}
      wish={() => ({ ...draft, hotline: draft.hotline?.trim() || null })}
      before={() => fieldsOf(agency)}
      save={save}
      onUndone={() => setDraft(fieldsOf(agency))}
    >
      {(details) => (
        <AboutFields {...{ details, draft, set, currencies }} moneyName={(code) => currencyName(reader, code)} />
      )}
    </SaveCard>
  );
}

type AboutFieldsProps = {
  details: unknown;
  draft: Fields;
  set: (change: Partial<Fields>) => void;
  currencies: string[];
  moneyName: (code: string) => string;
};

function AboutFields({ details, draft, set, currencies, moneyName }: AboutFieldsProps) {
  const cityOf = useCity();
  const t = useTranslations("agency.settings");
  const errorOf = useFieldErrors(details);
  return (
    <>
      <TextField
        label={t("name")}
        maxLength={120}
        value={draft.name}
        error={errorOf("name")}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t("hotline")}
        hint={t("hotlineHint")}
        type="tel"
        dir="ltr"
        optional
        value={draft.hotline ?? ""}
        error={errorOf("hotline")}
        onChange={(event) => set({ hotline: event.target.value })}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <SelectField
          label={t("language")}
          value={draft.locale}
          onChange={(event) => set({ locale: event.target.value as Locale })}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
        />
        <SelectField
          label={t("currency")}
          value={draft.currency}
          error={errorOf("currency")}
          onChange={(event) => set({ currency: event.target.value })}
          options={currencies.map((value) => ({ value, label: `${value}\u00a0· ${moneyName(value)}` }))}
        />
        <SelectField
          label={t("zone")}
          value={draft.timeZone}
          error={errorOf("timeZone")}
          onChange={(event) => set({ timeZone: event.target.value })}
          options={zonesWith(draft.timeZone).map((value) => ({ value, label: cityOf(value) }))}
        />
      </div>
    </>
  );
}
