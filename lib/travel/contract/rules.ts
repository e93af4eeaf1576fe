import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { textBlock } from "@/lib/kernel/text";
import { Item } from "./readiness";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const PILGRIM_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e51";

const daysBefore = z
  .number()
  .int()
  .min(0)
  .max(365)
  .nullable()
  .describe("Days before the departure by which it is done; null, for payment alone: as agreed when it was booked.");
/** By when an item is to be done, and whether the manifest waits for it. */
export const ItemRule = z
  .strictObject({ item: Item, daysBefore, blocks: z.boolean() })
  .refine(({ item, daysBefore: days }) => item === "payment" || days !== null, {
    error: "required",
    path: ["daysBefore"],
  });
export type ItemRule = z.output<typeof ItemRule>;
const isOnce = (rules: readonly ItemRule[]) => new Set(rules.map(({ item }) => item)).size === rules.length;
const ItemRules = z.array(ItemRule).max(Item.options.length).refine(isOnce, { error: "name_twice" });

const RULE = { item: "visa", daysBefore: 14, blocks: true } as const;
const items = ItemRules.nullable().describe("What is left out stays as it comes; null: nothing of one's own any more.");
/** For every departure that has none of its own. */
export const SetRules = z.strictObject({ items }).meta({ examples: [{ items: [RULE] }] });
export const SetTripRules = z
  .strictObject({
    id: z.uuid().describe("The departure's."),
    items,
    reason: textBlock(300).optional().describe("Why; asked where it no longer waits for what the agency does."),
  })
  .meta({ examples: [{ id: DEPARTURE_ID, items: [RULE] }] });

export const Rules = z
  .strictObject({
    items: z.array(ItemRule).describe("All of them, as they hold now."),
    own: z.boolean().describe("Whether the departure, or the agency, has set them itself."),
    reason: z.string().nullable(),
    changedAt: Instant.nullable(),
    mayChange: z.boolean(),
  })
  .meta({ examples: [{ items: [RULE], own: false, reason: null, changedAt: null, mayChange: true }] });
export type Rules = z.output<typeof Rules>;

export const WaiveItem = z
  .strictObject({
    id: z.uuid().describe("The departure's."),
    item: Item,
    pilgrimIds: z.array(z.uuid()).min(1).max(100),
    waived: z.boolean().describe("False: it is asked of them again."),
    reason: textBlock(300).optional().describe("Why they go without; it is kept."),
  })
  .refine(({ waived, reason }) => !waived || Boolean(reason?.trim()), { error: "required", path: ["reason"] })
  .meta({
    examples: [
      { id: DEPARTURE_ID, item: "vaccine", pilgrimIds: [PILGRIM_ID], waived: true, reason: "Doctor's letter seen" },
    ],
  });
export type WaiveItem = z.output<typeof WaiveItem>;
