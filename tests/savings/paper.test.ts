import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { setLogo } from "@/lib/agencies/commands/logo";
import { placeBooking } from "@/lib/bookings/commands/place";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";
import { readReceipt } from "@/lib/invoices/queries/receipt";
import { newId } from "@/lib/kernel/ids";
import { readStatementPaper } from "@/lib/savings/queries/paper";
import { drawReceipt } from "@/server/papers/receipt";
import { drawStatement } from "@/server/papers/statement";
import { adults, book, DEPOSIT, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { invoiceOf, payBooking } from "../invoices/support";
import { savers } from "../money/support";
import { as, newWorld, type World } from "../support/world";
import { picture } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

it.each(["id", "ar", "kk", "ru"])(
  "a statement is drawn as PDF in %s, each letter by a font of ours",
  async (locale) => {
    const [id = ""] = await savers(world, [world.pilgrim], 75_000_000);
    const paper = await readStatementPaper({ ...as(world.pilgrim), locale }, { id });
    const bytes = await drawStatement(paper);
    const text = new TextDecoder("latin1").decode(bytes);
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text).toMatch(/\/FontFile2/);
    expect(text).not.toContain("Helvetica-Bold");
  },
);

it("bears the agency's picture, once it has one", async () => {
  const [id = ""] = await savers(world, [world.pilgrim], 100);
  const draw = async () =>
    new TextDecoder("latin1").decode(await drawStatement(await readStatementPaper(as(world.pilgrim), { id })));
  expect(await draw()).not.toContain("/Subtype /Image");
  await setLogo(as(world.owner), { file: await picture() });
  expect(await draw()).toContain("/Subtype /Image");
});

it("nobody else's, and none that is not there", async () => {
  const [id = ""] = await savers(world, [world.pilgrim], 100);
  for (const call of [as(world.otherPilgrim), as(world.rivalOwner)])
    await expect(readStatementPaper(call, { id })).rejects.toMatchObject({ code: "plan_not_found" });
  await expect(readStatementPaper(as(world.pilgrim), { id: newId() })).rejects.toMatchObject({
    code: "plan_not_found",
  });
});

it("papers are in the language of whom they are for, whoever prints them, unless another is chosen", async () => {
  const { id: departureId } = await sellSeats(world, 5);
  const paid = async ({ id }: { id: string }) => {
    await payBooking(world, id, DEPOSIT);
    return (await invoiceOf(world, id)).id;
  };
  const mine = await paid(await book(as(world.pilgrim), departureId));
  const payer = { name: "Walk In", phone: null, email: null };
  const guest = await paid(await placeBooking(as(world.owner), { departureId, pilgrims: adults(1), payer }));
  const [plan = ""] = await savers(world, [world.pilgrim], 100);
  await systemCall(world).transact("platform", false, (tx) =>
    tx.update(users).set({ locale: "kk" }).where(eq(users.id, world.pilgrim.userId)),
  );
  const office = { ...as(world.owner), locale: "en" };
  const reader = { ...as(world.pilgrim), locale: "ru" };
  const receipt = await readReceipt(office, { id: mine });
  expect(receipt.locale).toBe("kk");
  expect(new TextDecoder("latin1").decode(await drawReceipt(receipt)).slice(0, 5)).toBe("%PDF-");
  expect((await readReceipt(reader, { id: mine })).locale).toBe("ru");
  expect((await readReceipt({ ...reader, locale: ARABIC_DIGITS }, { id: mine })).locale).toBe("ar");
  expect((await readReceipt(office, { id: mine, locale: "ar" })).locale).toBe("ar");
  expect((await readReceipt(office, { id: guest })).locale).toBe("id");
  expect((await readStatementPaper(office, { id: plan })).locale).toBe("kk");
  expect((await readStatementPaper(reader, { id: plan })).locale).toBe("ru");
  expect((await readStatementPaper(office, { id: plan, locale: "ms" })).locale).toBe("ms");
});
