"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Product, VariantWish } from "@/lib/shop/contract/product";
import { KindFields } from "./kind-fields";
import { emptyKind, isPrice, type Kind, kindsOf, wishesOf, withoutKind } from "./product-draft";

type ProductWish = { name: string; text: string | null; published: boolean; variants: VariantWish[] };
type ProductFormProps = {
  currency: string;
  home: string;
} & (
  | { product?: undefined; create: Act<ProductWish, Product> }
  | { product: Product; update: Act<ProductWish & { id: string }, Product> }
);

/** A product with its kinds, prices and stock. */
export function ProductForm(props: ProductFormProps) {
  const { product, currency, home } = props;
  const t = useTranslations("shop.form");
  const common = useTranslations("common");
  const router = useRouter();
  const { busy, act } = useAct();
  const [before, setBefore] = useState<Kind[]>(() => (product ? kindsOf(product) : []));
  const [kinds, setKinds] = useState<Kind[]>(() => (product ? before : [emptyKind()]));
  const [refused, setRefused] = useState<string | null>(null);
  const change = (key: string, fields: Partial<Kind>) =>
    setKinds(kinds.map((kind) => (kind.key === key ? { ...kind, ...fields } : kind)));
  // What was written is what there is from now on: written once more it would count, or be made, a second time.
  const keep = (saved: Product) => {
    setBefore(kindsOf(saved));
    setKinds(kindsOf(saved));
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const isPriced = kinds.every(({ price }) => isPrice(price, currency));
    setRefused(isPriced ? null : t("priceMissing"));
    if (!isPriced) return;
    const wish = { name: text("name"), text: text("text") || null, published: given.get("published") === "on" };
    const full = { ...wish, variants: wishesOf(kinds, before, currency) };
    act(() => (props.product ? props.update({ id: props.product.id, ...full }) : props.create(full)), {
      said: { text: t("saved") },
      refused: setRefused,
      done: (saved) => (product ? keep(saved) : router.push(`${home}/${saved.id}`)),
    });
  };
  return (
    <Form onSubmit={send} className="card flex max-w-2xl flex-col gap-4 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <TextField name="name" label={t("name")} required maxLength={120} defaultValue={product?.name} />
      <TextArea name="text" label={t("text")} rows={3} maxLength={2_000} optional defaultValue={product?.text ?? ""} />
      <Checkbox name="published" label={t("published")} defaultChecked={product?.published ?? true} />
      {kinds.map((kind, at) => (
        <KindFields
          key={kind.key}
          {...{ kinds, at, currency }}
          onChange={(fields) => change(kind.key, fields)}
          onDrop={kinds.length > 1 ? () => setKinds(withoutKind(kinds, kind.key)) : null}
        />
      ))}
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => setKinds([...kinds, emptyKind()])}>{t("add")}</Button>
        <Button type="submit" kind="primary" busy={busy && common("saving")}>
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}
