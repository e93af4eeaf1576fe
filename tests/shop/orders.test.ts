import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { rupiah } from "@/lib/kernel/money";
import type { Page } from "@/lib/kernel/page";
import { cancelOrder, expireOrder, fulfilOrder, noteOrderProof, settleOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { archiveProduct, createProduct, updateProduct } from "@/lib/shop/commands/products";
import { exportOrders, listMyOrders, listOrders, readOrder } from "@/lib/shop/queries/orders";
import { listProducts, readProduct } from "@/lib/shop/queries/products";
import { lookOf } from "@/lib/shop/rules";
import { alone, days, idr } from "../bookings/support";
import { crowd } from "../groups/support";
import { systemCall, takenByClaims } from "../inventory/support";
import { writing } from "../ledger/support";
import { disagreements, gather } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(50);
  await gather(as(world.owner), 50);
});
afterAll(() => world.close());

/** Ihram cloth by the set and in packs of three, cut from one stock. */
const cloth = (stock: number) =>
  createProduct(as(world.owner), {
    name: "Kain ihram",
    published: true,
    variants: [
      { name: "Satu set", price: rupiah(250), stock },
      { name: "Isi tiga", price: rupiah(690), units: 3, sharesStockOf: 0 },
    ],
  });
const settle = (id: string, paid: number, now = NOON, waits = false) =>
  writing(world, (work) => settleOrder(work, { id, paid, waits }), now);
const proof = (id: string, what: "submitted" | "rejected" | "asked") =>
  writing(world, (work) => noteOrderProof(work, { id, what, reason: "Buram" }));
const stateOf = async (id: string) => (await readOrder(as(world.owner), { id })).state;
const invoiceOf = async (id: string) => (await listInvoices(as(world.owner), { subjectId: id })).data[0];
const stockOf = async (poolId: string) => takenByClaims(systemCall(world), poolId);
const refusal = (act: Promise<unknown>) => act.catch((error) => error.code);

/** All of a list, one line a page. */
async function paged<T>(list: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const { data, nextCursor } = await list({ limit: 1, ...(cursor ? { cursor } : {}) });
    found.push(...data);
    cursor = nextCursor ?? undefined;
  }
  return found;
}

it("a product that is not on sale is found as such by who works here, and by nobody else", async () => {
  const { id } = await createProduct(as(world.owner), {
    name: "Koper",
    variants: [{ name: "Satu", price: rupiah(1), stock: 1 }],
  });
  const hidden = async (who: World["owner"]) =>
    (await listProducts(as(who), { state: "hidden" })).data.map((one) => one.id);
  expect([await hidden(world.owner), await hidden(world.pilgrim)]).toEqual([[id], []]);
  const shown = await listProducts(as(world.owner), { state: "published" });
  expect(shown.data.map((one) => one.id)).not.toContain(id);
  for (const name of ["Tas", "Buku", "Tas"])
    await createProduct(as(world.owner), { name, variants: [{ name: "Satu", price: rupiah(1), stock: 1 }] });
  const named = await paged((page) => listProducts(as(world.owner), { ...page, state: "hidden", sort: "name" }));
  expect(named.map((one) => one.name)).toEqual(["Buku", "Koper", "Tas", "Tas"]);
  const { nextCursor } = await listProducts(as(world.owner), { limit: 1, sort: "name" });
  const mixed = listProducts(as(world.owner), { sort: "newest", cursor: nextCursor ?? "" });
  expect(await refusal(mixed)).toBe("cursor_invalid");
});

describe("a cart", () => {
  it("[R2] lines that use one stock are summed before anything is kept, however they are written", async () => {
    const { id, variants } = await cloth(7);
    const [one, three] = variants.map((variant) => variant.id) as [string, string];
    const call = as(world.pilgrim);
    const order = (...lines: [string, number][]) =>
      placeOrder(call, { lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })) });
    for (const cart of [
      [[one, 8]],
      [
        [one, 2],
        [three, 2],
      ],
      [
        [one, 4],
        [one, 4],
      ],
    ] as [string, number][][])
      expect(await refusal(order(...cart))).toBe("sold_out");
    expect((await readProduct(call, { id })).variants.map(({ left }) => left)).toEqual([7, 2]);
    const made = await order([one, 1], [three, 2]);
    expect(made).toMatchObject({
      state: "pending",
      pieces: 3,
      total: rupiah(1_630),
      mayCancel: true,
      mayFulfil: false,
    });
    expect((await readProduct(call, { id })).variants.map(({ left }) => left)).toEqual([0, 0]);
    expect(await invoiceOf(made.id)).toMatchObject({ total: idr(163_000), state: "open", subject: { kind: "order" } });
  });

  it("whatever their names are, an invoice can be written of them: its title never ends in half an emoji", async () => {
    const { variants } = await createProduct(as(world.owner), {
      name: "k".repeat(120),
      published: true,
      variants: [{ name: `${"s".repeat(77)}😀`, price: rupiah(250), stock: 1 }],
    });
    const made = await placeOrder(as(world.pilgrim), { lines: [{ variantId: variants[0]!.id, quantity: 1 }] });
    expect((await invoiceOf(made.id))?.title).toBe(`${"k".repeat(120)}, ${"s".repeat(77)}`);
  });

  it("[R1] [R3] fifty want the last pieces in carts that cross: what there is is granted, nobody waits for ever", async () => {
    const [a, b] = [await cloth(11), await cloth(11)];
    const people = await crowd(world, 50);
    const [first, second] = [a.variants[0]!, b.variants[0]!];
    const cart = (i: number) => (i % 2 ? [first, second] : [second, first]);
    const tries = await Promise.allSettled(
      people.map((who, i) =>
        placeOrder(alone(as(who), newId()), { lines: cart(i).map(({ id }) => ({ variantId: id, quantity: 1 })) }),
      ),
    );
    const codes = tries.map((one) => (one.status === "fulfilled" ? "kept" : one.reason.code));
    expect(codes.filter((one) => one === "kept")).toHaveLength(11);
    expect(codes.filter((one) => one === "sold_out")).toHaveLength(39);
    for (const { poolId } of [first, second]) expect(await stockOf(poolId)).toEqual({ held: 11, sold: 0 });
  });

  it("[R9] keeps the price of its day, and nothing unpublished or gone is sold", async () => {
    const { id, variants } = await cloth(9);
    const [one, three] = variants;
    const lines = [{ variantId: one!.id, quantity: 1 }];
    const made = await placeOrder(as(world.pilgrim), { lines });
    await updateProduct(as(world.admin), {
      id,
      variants: [{ id: one!.id, name: "Satu set", price: rupiah(300), stock: 5 }],
    });
    const after = await readProduct(as(world.pilgrim), { id });
    expect(after.variants.map(({ left, price }) => [left, price])).toEqual([[5, rupiah(300)]]);
    expect((await readOrder(as(world.pilgrim), { id: made.id })).total).toEqual(rupiah(250));
    const gone = placeOrder(as(world.pilgrim), { lines: [{ variantId: three!.id, quantity: 1 }] });
    expect(await refusal(gone)).toBe("variant_not_found");
    await updateProduct(as(world.admin), { id, published: false });
    expect(await refusal(placeOrder(as(world.pilgrim), { lines }))).toBe("variant_not_found");
    expect(await refusal(readProduct(as(world.pilgrim), { id }))).toBe("product_not_found");
    await archiveProduct(as(world.admin), { id });
    expect((await listProducts(as(world.owner), { limit: 100 })).data.map((product) => product.id)).not.toContain(id);
  });
});

describe("an order's life", () => {
  const place = async () => {
    const { variants } = await cloth(5);
    const order = await placeOrder(as(world.admin), {
      lines: [{ variantId: variants[0]!.id, quantity: 2 }],
      buyerUserId: world.pilgrim.userId,
    });
    return { ...order, total: order.total.amount, poolId: variants[0]!.poolId };
  };

  it("goes from a proof to the counter, and refuses each step it does not have", async () => {
    const { id, total, poolId } = await place();
    expect(await refusal(fulfilOrder(as(world.admin), { id }))).toBe("order_state");
    await proof(id, "submitted");
    // Somebody looks at the proof: the stock waits, however long that takes.
    expect(await expireOrder(systemCall(world, world.agency.id, days(3)), { id })).toBe(false);
    await proof(id, "asked");
    expect(await stateOf(id)).toBe("pending");
    await proof(id, "submitted");
    expect(await settle(id, total - 1, NOON, true)).toEqual({ outcome: "below_total", state: "proof_submitted" });
    expect(await settle(id, total)).toEqual({ outcome: "settled", state: "verified" });
    expect(await stockOf(poolId)).toEqual({ held: 0, sold: 2 });
    expect(await refusal(cancelOrder(as(world.pilgrim), { id }))).toBe("order_paid");
    expect(await refusal(fulfilOrder(as(world.pilgrim), { id }))).toBe("forbidden");
    const taps = await Promise.all(Array.from({ length: 10 }, () => fulfilOrder(as(world.manager), { id }))).catch(
      (error) => error.code,
    );
    // A manager of a branch does not see what the agency's own desk sold.
    expect(taps).toBe("order_not_found");
    await Promise.all(Array.from({ length: 10 }, () => fulfilOrder(as(world.admin), { id })));
    expect(await stateOf(id)).toBe("fulfilled");
    for (const act of [
      cancelOrder(as(world.owner), { id }),
      settle(id, total + 5).then(() => cancelOrder(as(world.owner), { id })),
    ])
      expect(await refusal(act)).toBe("order_state");
    expect((await readOrder(as(world.pilgrim), { id })).refund).toEqual(idr(5));
  });

  it("[R15] whose money went back says so and is not handed over until it is paid again", async () => {
    const { id, total } = await place();
    await settle(id, total);
    expect(await settle(id, 0)).toMatchObject({ state: "verified" });
    const order = () => readOrder(as(world.admin), { id });
    expect(await order()).toMatchObject({ mayFulfil: false, rest: idr(total), paid: idr(0) });
    expect(lookOf(await order())).toBe("refunded");
    expect(await refusal(fulfilOrder(as(world.admin), { id }))).toBe("order_unpaid");
    await settle(id, total - 1);
    expect(lookOf(await order())).toBe("part_paid");
    await settle(id, total);
    expect(lookOf(await order())).toBe("verified");
    expect(await order()).toMatchObject({ mayFulfil: true, rest: idr(0) });
    expect(await fulfilOrder(as(world.admin), { id })).toMatchObject({ state: "fulfilled" });
  });

  it("[R5] [R6] ends once: cancelled, out of time or refused, its stock comes back once, and late money is to go back", async () => {
    const { id, total, poolId } = await place();
    const late = days(2);
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 ? cancelOrder(as(world.pilgrim), { id }) : expireOrder(systemCall(world, world.agency.id, late), { id }),
      ),
    );
    expect([await stateOf(id), await stockOf(poolId)]).toEqual(["cancelled", { held: 0, sold: 0 }]);
    expect((await invoiceOf(id))?.state).toBe("void");
    expect(await disagreements(as(world.owner))).toEqual([]);
    expect(await settle(id, total)).toEqual({ outcome: "needs_refund", state: "cancelled" });
    expect((await readOrder(as(world.owner), { id })).refund).toEqual(idr(total));
    const second = await place();
    expect(await settle(second.id, second.total, late)).toEqual({ outcome: "needs_refund", state: "cancelled" });
    const third = await place();
    await proof(third.id, "submitted");
    await proof(third.id, "rejected");
    expect([await stateOf(third.id), await stockOf(third.poolId)]).toEqual(["rejected", { held: 0, sold: 0 }]);
    const paid = await place();
    await settle(paid.id, paid.total);
    expect(await cancelOrder(as(world.owner), { id: paid.id, reason: "Habis" })).toMatchObject({
      state: "cancelled",
      refund: idr(paid.total),
    });
    expect(await stockOf(paid.poolId)).toEqual({ held: 0, sold: 0 });
  });

  it("[R3] carts of the same goods, put in the other way round, are paid at once without a ring", async () => {
    const [one, other] = await Promise.all([cloth(100), cloth(100)]);
    const goods = [one, other].map(({ variants }) => ({ variantId: variants[0]!.id, quantity: 1 }));
    const orders = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        placeOrder(as(world.pilgrim), { lines: i % 2 ? goods : goods.toReversed() }),
      ),
    );
    const paid = await Promise.allSettled(orders.map(({ id, total }) => settle(id, total.amount)));
    expect(paid.flatMap((each) => (each.status === "rejected" ? [each.reason] : []))).toEqual([]);
    for (const { variants } of [one, other]) expect(await stockOf(variants[0]!.poolId)).toEqual({ held: 0, sold: 50 });
  });

  it("is found by its buyer, its code and its state, and taken out as a file by who may", async () => {
    const { id, code } = await place();
    expect((await listMyOrders(as(world.pilgrim), {})).data.map((one) => one.id)).toContain(id);
    expect((await listOrders(as(world.owner), { q: code, state: "pending" })).data.map((one) => one.id)).toEqual([id]);
    for (const q of ["0812-345-6789", "+62 812 3456", "٠٨١٢ ٣٤٥"])
      expect((await listOrders(as(world.owner), { q })).data.map((one) => one.id)).toContain(id);
    const file = (await exportOrders(as(world.owner), { q: "Siti" })).data;
    expect(file.length).toBeGreaterThan(1);
    const turned = await paged((page) => listOrders(as(world.owner), { ...page, q: "Siti", sort: "oldest" }));
    expect(turned.map((one) => one.code)).toEqual(file.map((one) => one.code).toReversed());
    expect((await listMyOrders(as(world.otherPilgrim), {})).data).toEqual([]);
    for (const who of [world.otherPilgrim, world.rivalOwner])
      expect(await refusal(readOrder(as(who), { id }))).toBe("order_not_found");
  });
});
