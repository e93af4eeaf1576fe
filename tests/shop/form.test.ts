import { expect, it } from "vitest";
import { emptyKind, kindsOf, wishesOf, withoutKind } from "@/components/shop/product-draft";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import { type Product, UpdateProduct } from "@/lib/shop/contract/product";

const poolId = newId();
const variant = (name: string, units: number, left: number) => ({
  id: newId(),
  name,
  price: rupiah(250),
  units,
  left,
  poolId,
});
const cloth: Product = {
  id: newId(),
  name: "Kain ihram",
  text: null,
  currency: "IDR",
  photo: null,
  published: true,
  mayChange: true,
  variants: [variant("Satu set", 1, 7), variant("Isi tiga", 3, 2)],
};

it("a product written as it is leaves every stock alone, also without the kind that its stock was shown with", () => {
  const before = kindsOf(cloth);
  const [set, three] = before;
  const stocks = (kinds: typeof before) => {
    const variants = wishesOf(kinds, before, "IDR");
    expect(UpdateProduct.safeParse({ id: cloth.id, variants }).success).toBe(true);
    return variants.map(({ name, stock, sharesStockOf }) => [name, stock, sharesStockOf]);
  };
  expect(stocks(before)).toEqual([
    ["Satu set", undefined, undefined],
    ["Isi tiga", undefined, undefined],
  ]);
  expect(stocks(withoutKind(before, set!.key))).toEqual([["Isi tiga", undefined, undefined]]);
  expect(stocks([{ ...set!, stock: "9" }, three!])[0]).toEqual(["Satu set", 9, undefined]);
  const fresh = { ...emptyKind(), name: "Isi dua", price: "40000", shares: set!.key };
  expect(stocks([...before, fresh]).at(-1)).toEqual(["Isi dua", undefined, 0]);
  expect(stocks(withoutKind([...before, fresh], set!.key)).at(-1)).toEqual(["Isi dua", undefined, 0]);
});
