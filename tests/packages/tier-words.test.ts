import { createElement } from "react";
import { expect, it } from "vitest";
import { TierFields } from "@/components/packages/tier-fields";
import { PackageFacts } from "@/components/public/package-facts";
import { PoliciesCard } from "@/components/settings/policies-card";
import { policiesOf } from "@/lib/agencies/rules/settings";
import { rupiah } from "@/lib/kernel/money";
import { PublicPackage } from "@/lib/packages/contract/public";
import { draw } from "@/tests/support/draw";

const [offer] = (PublicPackage.meta()?.examples ?? []) as [PublicPackage];
const BARE = { hotels: [], inclusions: [], exclusions: [], itinerary: [], depositAmount: rupiah(0) };
const tier = { daysBefore: 60, keptPercent: 10 };
const draft = { "tier.0.days": "60", "tier.0.kept": "10" };
const field = (name: "tier.0.days") => ({ value: draft[name], onChange: () => undefined, error: null });
/** The labels over the steps of the table. */
const labels = (html: string) => html.replace(/<(?!\/?label)[^>]*>/g, "").match(/<label[^>]*>.*?<\/label>/g) ?? [];

it.each([
  ["en", "or earlier"],
  ["id", "atau lebih awal"],
  ["ms", "atau lebih awal"],
  ["ar", "أو أكثر"],
  ["ru", "раньше"],
  ["kk", "ертерек"],
] as const)(
  "who writes the table reads which way it counts, as who books reads it: the form said the other way, in %s",
  (locale, way) => {
    const policies = policiesOf({ singleSession: false, cancellationTiers: [tier] }, locale, "IDR");
    const read = {
      site: draw(createElement(PackageFacts, { offer: { ...offer, ...BARE, cancellationTiers: [tier] } }), locale),
      form: labels(
        draw(createElement(TierFields, { draft, onDraft: () => undefined, field: field as never }), locale),
      ).join(),
      settings: labels(draw(createElement(PoliciesCard, { policies }), locale)).join(),
    };
    for (const [where, said] of Object.entries(read)) expect(said, where).toContain(way);
  },
);
