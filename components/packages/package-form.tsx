"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { CancellationTier, Package } from "@/lib/packages/contract/package";
import { MoneyField } from "./money-field";
import { CATEGORIES, draftPackage, HOTEL_PARTS, type PackageWish, readPackage } from "./package-draft";
import { PriceGrid } from "./price-grid";
import { TierFields } from "./tier-fields";
import { useDraft } from "./use-draft";

type PackageFormProps = {
  saved?: Package;
  currency: string;
  /** Whose it may be; empty for who works in one branch alone. */
  branches: readonly { id: string; name: string }[];
  /** The agency's own table, with which a new package begins. */
  tiers?: readonly CancellationTier[];
  /** Where packages are listed. */
  home: string;
  save: Act<PackageWish, Package>;
};
const HOTEL_WORDS = { stars: "field.stars", distanceM: "field.distance", nights: "field.nights" } as const;

/** Everything that is sold with a package, in the words of whoever sells it. */
export function PackageForm({ saved, currency, branches, tiers, home, save }: PackageFormProps) {
  const t = useTranslations("packages");
  const router = useRouter();
  const { draft, setDraft, field, submit, refused, saving } = useDraft<PackageWish, Package>({
    start: () => draftPackage(saved, currency, tiers),
    read: (typed) => readPackage(typed, currency, saved),
    save,
    done: (made) => (saved ? undefined : router.push(`${home}/${made.id}`)),
  });
  const lines = (name: string, label: string, hint: string) => (
    <TextArea label={label} hint={hint} rows={4} {...field(name)} />
  );
  return (
    <Form onSubmit={submit} noValidate className="card flex flex-col gap-5 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <TextField label={t("field.name")} maxLength={120} {...field("name")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("field.category")}
          {...field("category")}
          options={CATEGORIES.map((one) => ({ value: one, label: t(`category.${one}`) }))}
        />
        <TextField label={t("field.days")} inputMode="numeric" {...field("days")} />
        <TextField label={t("field.airline")} maxLength={80} {...field("airline")} />
        <SelectField
          label={t("field.travelClass")}
          {...field("travelClass")}
          options={(["economy", "business"] as const).map((one) => ({ value: one, label: t(`travelClass.${one}`) }))}
        />
        {branches.length > 0 ? (
          <SelectField
            label={t("field.branch")}
            {...field("branchId")}
            options={[
              { value: "", label: t("noBranch") },
              ...branches.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
      </div>
      <TextArea label={t("field.description")} rows={3} {...field("description")} />
      {(["makkah", "madinah"] as const).map((city) => (
        <fieldset key={city} className="grid gap-3 sm:grid-cols-[1fr_5rem_9rem_5rem]">
          <legend className="mb-2 font-semibold">
            {t(city === "makkah" ? "field.hotelMakkah" : "field.hotelMadinah")}
          </legend>
          {HOTEL_PARTS.map((part) => (
            <TextField
              key={part}
              label={t(part === "name" ? "field.name" : HOTEL_WORDS[part])}
              inputMode={part === "name" ? "text" : "numeric"}
              {...field(`${city}.${part}`)}
            />
          ))}
        </fieldset>
      ))}
      <PriceGrid {...{ currency, field }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField label={t("field.deposit")} currency={currency} {...field("deposit")} />
        <TextField label={t("field.settlementDays")} inputMode="numeric" {...field("settlementDays")} />
      </div>
      <TierFields {...{ draft, field }} onDraft={setDraft} />
      <div className="grid gap-4 sm:grid-cols-2">
        {lines("inclusions", t("field.inclusions"), t("field.oneALine"))}
        {lines("exclusions", t("field.exclusions"), t("field.oneALine"))}
      </div>
      {lines("itinerary", t("field.programme"), t("field.oneADay"))}
      <Button type="submit" kind="primary" size="lg" busy={saving}>
        {t(saved ? "save" : "create")}
      </Button>
    </Form>
  );
}
