import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import { newId } from "@/lib/kernel/ids";
import type { Product, VariantWish } from "@/lib/shop/contract/product";

/** One kind of a product while it is written; figures are still text. `shares`: whose stock, by its key. */
export type Kind = {
  key: string;
  id?: string;
  name: string;
  price: string;
  units: string;
  stock: string;
  shares: string;
};

export const emptyKind = (): Kind => ({
  key: newId(),
  name: "",
  price: "",
  units: "1",
  stock: "",
  shares: "",
});

/** The kinds of a product as they are, each stock with whoever has it first. */
export function kindsOf({ variants, currency }: Product): Kind[] {
  return variants.map(({ id, name, price, units, poolId }) => {
    const first = variants.find((one) => one.poolId === poolId)!;
    const shares = first.id === id ? "" : first.id;
    return {
      key: id,
      id,
      name,
      price: writeAmount(price.amount, currency),
      units: String(units),
      stock: String(first.left),
      shares,
    };
  });
}

/** The others without this one. What was taken from its stock still is: whoever of them is sold already keeps that stock. */
export function withoutKind(kinds: readonly Kind[], key: string): Kind[] {
  const rest = kinds.filter((kind) => kind.key !== key);
  const heir = rest.find(({ shares, id }) => shares === key && id)?.key ?? "";
  return rest.map((kind) => (kind.shares === key ? { ...kind, shares: kind.key === heir ? "" : heir } : kind));
}

const whole = (text: string) => Number(text.replace(/\D/g, "").slice(0, 6));

/** Whether this price is one. */
export const isPrice = (typed: string, currency: string) => (readAmount(typed, currency) ?? 0) > 0;

/** As the command takes them. A stock that was not touched stays as it is. */
export const wishesOf = (kinds: readonly Kind[], before: readonly Kind[], currency: string): VariantWish[] =>
  kinds.map(({ id, name, price, units, stock, shares }) => {
    const was = id === undefined ? undefined : before.find((one) => one.id === id);
    const own = shares === "" && (!was || was.stock !== stock) ? { stock: whole(stock) } : {};
    const shared = shares === "" || id ? {} : { sharesStockOf: kinds.findIndex(({ key }) => key === shares) };
    return {
      ...(id && { id }),
      name: name.trim(),
      price: { amount: readAmount(price, currency) ?? 0, currency },
      units: Math.max(1, whole(units)),
      ...own,
      ...shared,
    };
  });
