import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { TIERS, tierCount, withoutTier, withTier } from "./package-draft";
import type { Draft, FieldOf } from "./use-draft";

type TierFieldsProps = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  field: FieldOf;
};

/** What is kept when somebody cancels, step by step; later than the last step everything is. */
export function TierFields({ draft, onDraft, field }: TierFieldsProps) {
  const t = useTranslations("packages");
  const count = tierCount(draft);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">{t("field.tiers")}</legend>
      <p className="text-ink-3 text-sm">{t("tier.hint")}</p>
      {count === 0 ? <p className="text-ink-2">{t("tier.none")}</p> : null}
      {Array.from({ length: count }, (_, i) => `tier.${i}`).map((key, i) => (
        <div key={key} className="grid max-w-lg grid-cols-[1fr_1fr_auto] items-end gap-3">
          <TextField label={t("tier.days")} inputMode="numeric" maxLength={3} {...field(`${key}.days`)} />
          <TextField label={t("tier.kept")} suffix="%" inputMode="numeric" maxLength={3} {...field(`${key}.kept`)} />
          <Button
            kind="ghost"
            icon={<Trash2 aria-hidden size={16} />}
            aria-label={t("tier.remove", { number: String(i + 1) })}
            onClick={() => onDraft(withoutTier(draft, i))}
          />
        </div>
      ))}
      {count < TIERS ? (
        <Button className="self-start" icon={<Plus aria-hidden size={16} />} onClick={() => onDraft(withTier(draft))}>
          {t("tier.add")}
        </Button>
      ) : null}
    </fieldset>
  );
}
