import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { MoneyField } from "@/components/packages/money-field";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Kind } from "./product-draft";

type KindFieldsProps = {
  kinds: readonly Kind[];
  at: number;
  currency: string;
  onChange: (change: Partial<Kind>) => void;
  /** Null for the last one left. */
  onDrop: (() => void) | null;
};

/** One kind of a product: what it is called, its price, and from which stock it is taken. */
export function KindFields({ kinds, at, currency, onChange, onDrop }: KindFieldsProps) {
  const t = useTranslations("shop.form");
  const kind = kinds[at]!;
  // A kind that is sold already keeps its stock; others choose one above with a stock of its own.
  const stocks = kind.id ? [] : kinds.slice(0, at).filter(({ shares }) => shares === "");
  return (
    <fieldset className="grid gap-4 border-line border-t pt-4 sm:grid-cols-2">
      <TextField
        label={t("kind")}
        required
        maxLength={80}
        value={kind.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <MoneyField
        label={t("price", { currency })}
        currency={currency}
        required
        value={kind.price}
        onChange={({ target }) => onChange({ price: target.value })}
      />
      {stocks.length > 0 ? (
        <SelectField
          label={t("shares")}
          value={kind.shares}
          onChange={({ target }) => onChange({ shares: target.value })}
          options={[
            { value: "", label: t("own") },
            ...stocks.map(({ name, key }) => ({ value: key, label: t("of", { name }) })),
          ]}
        />
      ) : null}
      {kind.shares === "" ? (
        <TextField
          label={t("stock")}
          required
          inputMode="numeric"
          value={kind.stock}
          onChange={({ target }) => onChange({ stock: target.value })}
        />
      ) : (
        <TextField
          label={t("units")}
          required
          inputMode="numeric"
          value={kind.units}
          onChange={({ target }) => onChange({ units: target.value })}
        />
      )}
      {onDrop ? (
        <Button kind="ghost" icon={<Trash2 aria-hidden size={16} />} className="justify-self-start" onClick={onDrop}>
          {t("drop")}
        </Button>
      ) : null}
    </fieldset>
  );
}
