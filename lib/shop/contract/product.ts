import { z } from "zod";
import { Amount, Money, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";

export const PRODUCT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e80";
export const VARIANT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e81";
const MOST_PIECES = 100_000;
const MOST_VARIANTS = 40;
/** The fullest cart is still counted exactly. */
const HIGHEST_PRICE = 100_000_000_000;

const variant = {
  name: line(80),
  price: PositiveMoney.extend({ amount: Amount.min(1).max(HIGHEST_PRICE) }).describe("In the product's currency."),
  units: z.number().int().min(1).max(1_000).default(1).describe("How many of the stock one piece takes."),
  stock: z.number().int().min(0).max(MOST_PIECES).optional().describe("Left to be sold now; absent: as it is."),
  sharesStockOf: z.number().int().min(0).optional().describe("An earlier variant of this list with the same stock."),
};
const NewVariant = z.strictObject(variant);
export const VariantWish = z.strictObject({ id: z.uuid().optional(), ...variant });
export type VariantWish = z.output<typeof VariantWish>;

type Sharing = { sharesStockOf?: number; stock?: number };
/** A stock is shared with a variant above that has one of its own. */
const sharesRightly = (all: readonly Sharing[]) =>
  all.every(({ sharesStockOf: of, stock }, i) => {
    if (of === undefined) return true;
    return of < i && all[of]?.sharesStockOf === undefined && stock === undefined;
  });
const sharing = { error: "shares_wrongly" };

export const CreateProduct = z
  .strictObject({
    name: line(120),
    text: textBlock(2_000).nullable().default(null),
    published: z.boolean().default(false),
    variants: z.array(NewVariant).min(1).max(MOST_VARIANTS).refine(sharesRightly, sharing),
  })
  .meta({
    examples: [
      {
        name: "Kain ihram",
        published: true,
        variants: [
          { name: "Satu set", price: rupiah(250_000), stock: 40 },
          { name: "Isi tiga", price: rupiah(690_000), units: 3, sharesStockOf: 0 },
        ],
      },
    ],
  });
export type CreateProduct = z.output<typeof CreateProduct>;
export const UpdateProduct = z
  .strictObject({
    id: z.uuid(),
    name: line(120).optional(),
    text: textBlock(2_000).nullable().optional(),
    published: z.boolean().optional(),
    variants: z
      .array(VariantWish)
      .min(1)
      .max(MOST_VARIANTS)
      .refine(sharesRightly, sharing)
      .optional()
      .describe("All of them; who is not named is not sold any more."),
  })
  .meta({ examples: [{ id: PRODUCT_ID, published: false }] });
export type UpdateProduct = z.output<typeof UpdateProduct>;
export const ProductRef = z.strictObject({ id: z.uuid() });
export const UploadProductPhoto = z.strictObject({ id: z.uuid(), file: z.instanceof(Uint8Array) });

const Variant = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  price: Money,
  units: z.number().int(),
  left: z.number().int().describe("Pieces that can be ordered now."),
  poolId: z.uuid().describe("Variants of one stock have the same."),
});
export type Variant = z.output<typeof Variant>;
export const Product = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    text: z.string().nullable(),
    currency: z.string().describe("Of all its prices."),
    photo: z.string().nullable().describe("Where its picture is found."),
    published: z.boolean(),
    mayChange: z.boolean(),
    variants: z.array(Variant),
  })
  .meta({
    examples: [
      {
        id: PRODUCT_ID,
        name: "Kain ihram",
        text: null,
        currency: "IDR",
        photo: null,
        published: true,
        mayChange: false,
        variants: [
          { id: VARIANT_ID, name: "Satu set", price: rupiah(250_000), units: 1, left: 40, poolId: PRODUCT_ID },
        ],
      },
    ],
  });
export type Product = z.output<typeof Product>;
export const ProductPage = pageOf(Product);
export const ProductState = z.enum(["published", "hidden"]);
export const ListProducts = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Part of its name."),
  state: ProductState.optional().describe("Hidden ones are for who works here."),
  sort: z.enum(["newest", "name"]).default("newest"),
});
export type ListProducts = z.output<typeof ListProducts>;
