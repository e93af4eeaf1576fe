import { rupiah } from "@/lib/kernel/money";
import type { Entry } from "./entry";
import { CAST, PIXEL, type Role, type Stage } from "./stage";

const except = (all: readonly Role[], without: readonly Role[]) => all.filter((role) => !without.includes(role));
const INSIDE = except(CAST, ["superAdmin", "stranger", "rivalOwner", "guest", "key", "nobody", "house"]);
const KEEPERS: readonly Role[] = ["owner", "admin", "manager", "otherManager"];
const nothing = () => ({});
const on = ({ shop }: Stage) => ({ id: shop.productId });
const SEES: readonly Role[] = ["owner", "admin", "manager", "otherManager", "operator", "viewer"];
/** Everybody inside sees what is sold; who keeps the shop changes it. */
const onProduct = (input: Entry["input"], may: readonly Role[] = KEEPERS): Entry => ({
  input,
  may,
  names: ["id"],
  knows: except(INSIDE, may),
});
const DESK: readonly Role[] = ["owner", "admin", "manager"];
const onOrder = (which: "orderId" | "paidId", may: readonly Role[]): Entry => ({
  input: ({ shop }) => ({ id: shop[which] }),
  may,
  names: ["id"],
  knows: except([...DESK, "operator", "viewer", "pilgrim"], may),
});

/** What PRODUCT 3 says of products and orders. */
export const SHOP: Record<string, Entry> = {
  "shop.archive_product": onProduct(({ shop }) => ({ id: shop.spareId })),
  "shop.cancel": onOrder("orderId", [...DESK, "pilgrim"]),
  "shop.create_product": {
    input: () => ({ name: "Sandal", variants: [{ name: "40", price: rupiah(1), stock: 3 }] }),
    may: KEEPERS,
  },
  "shop.expire": { input: ({ shop }) => ({ id: shop.orderId }), may: ["house"] },
  "shop.export_orders": { input: nothing, may: ["owner", "admin"] },
  "shop.fulfil": onOrder("paidId", [...DESK, "operator"]),
  "shop.undo_fulfil": onOrder("paidId", [...DESK, "operator"]),
  "shop.list_my_orders": { input: nothing, may: INSIDE },
  "shop.list_orders": { input: nothing, may: SEES },
  "shop.export_products": { input: nothing, may: ["owner", "admin"] },
  "shop.list_products": { input: nothing, may: [...INSIDE, "house"] },
  "shop.place": { input: ({ shop }) => ({ lines: [{ variantId: shop.variantId, quantity: 1 }] }), may: INSIDE },
  "shop.read_order": onOrder("orderId", [...DESK, "operator", "viewer", "pilgrim"]),
  "shop.read_photo": onProduct(on, INSIDE),
  "shop.read_product": onProduct(on, INSIDE),
  "shop.set_photo": onProduct((stage) => ({ ...on(stage), file: PIXEL })),
  "shop.update_product": onProduct((stage) => ({ ...on(stage), name: "Kain" })),
};
