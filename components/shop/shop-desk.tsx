"use client";

import { Minus, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Making, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatMoney, formatNumber } from "@/lib/i18n/formats";
import type { Product, Variant } from "@/lib/shop/contract/product";
import { ProductPicture } from "./product-picture";

type Line = { variantId: string; quantity: number };
type ShopDeskProps = {
  agency: string;
  products: readonly Product[];
  home: string;
  /** Null while nothing may be ordered. */
  place: Making<{ lines: Line[] }> | null;
};

/** What is sold, and a cart that grows under the thumb. */
export function ShopDesk({ agency, products, home, place }: ShopDeskProps) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const router = useRouter();
  const { busy, act } = useAct();
  const [cart, setCart] = useState<Record<string, number>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const all = products.flatMap(({ variants }) => variants);
  const lines = all.flatMap(({ id }) => (cart[id] ? [{ variantId: id, quantity: cart[id] }] : []));
  const total = all.reduce((sum, { id, price }) => sum + price.amount * (cart[id] ?? 0), 0);
  const count = ({ id, left }: Variant, change: number) =>
    setCart({ ...cart, [id]: Math.max(0, Math.min(left, (cart[id] ?? 0) + change)) });
  const order = () => {
    setRefused(null);
    act((key) => place!({ lines }, key), { refused: setRefused, done: ({ id }) => router.push(`${home}/${id}`) });
  };
  return (
    <div className="flex flex-col gap-4">
      {products.map((product) => (
        <article key={product.id} className="card p-4">
          <header className="flex items-center gap-3">
            <ProductPicture agency={agency} product={product} className="max-w-16 flex-none" />
            <div className="min-w-0">
              <h2 className="font-semibold text-md">
                <bdi>{product.name}</bdi>
              </h2>
              {product.text ? <p className="text-ink-2">{product.text}</p> : null}
            </div>
          </header>
          {product.variants.map((variant) => (
            <div key={variant.id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 pt-3">
              <span className="min-w-36 flex-1">
                <span className="block">
                  <bdi>{variant.name}</bdi>
                </span>
                <span className="tn block whitespace-nowrap font-semibold">{formatMoney(locale, variant.price)}</span>
                <span className="block text-ink-2 text-sm">{t("left", { count: variant.left })}</span>
              </span>
              {place && variant.left > 0 ? (
                <Count
                  name={`${product.name}, ${variant.name}`}
                  count={cart[variant.id] ?? 0}
                  step={(n) => count(variant, n)}
                />
              ) : null}
            </div>
          ))}
        </article>
      ))}
      {place ? (
        <div
          className={`card flex flex-col gap-3 p-4 ${lines.length > 0 ? "sticky bottom-[calc(var(--above-nav,0px)+0.5rem)] shadow-pop" : ""}`}
        >
          {refused ? <Banner kind="bad">{refused}</Banner> : null}
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>{t("my.together")}</span>
            <span className="tn font-semibold text-lg">
              {formatMoney(locale, { amount: total, currency: products[0]?.currency ?? "IDR" })}
            </span>
          </p>
          {lines.length === 0 ? <p className="text-ink-2 text-sm">{t("my.text")}</p> : null}
          <Button
            kind="lamp"
            size="lg"
            wide
            busy={busy && t("my.ordering")}
            unavailable={lines.length === 0 && t("my.empty")}
            onClick={order}
          >
            {t("my.order")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Count({ name, count, step }: { name: string; count: number; step: (change: number) => void }) {
  const t = useTranslations("shop.my");
  const locale = useLocale();
  return (
    <span className="flex items-center gap-1">
      <Button
        size="lg"
        aria-label={t("fewer", { name })}
        icon={<Minus aria-hidden size={18} />}
        onClick={() => step(-1)}
      />
      <output className="tn w-8 text-center font-semibold">{formatNumber(locale, count)}</output>
      <Button
        size="lg"
        aria-label={t("more", { name })}
        icon={<Plus aria-hidden size={18} />}
        onClick={() => step(1)}
      />
    </span>
  );
}
