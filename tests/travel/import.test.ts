import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { newId } from "@/lib/kernel/ids";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { checkImport, startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { sweepImports, takePart } from "@/lib/travel/commands/import-run";
import { readImport, readTemplate } from "@/lib/travel/queries/import";
import { listReadiness } from "@/lib/travel/queries/readiness";
import { readDay } from "@/lib/travel/rules/cells";
import { answerManifest, workbookOf } from "@/server/doors/manifest";
import { days, idr, QUAD, reckon, sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, newWorld, type World } from "../support/world";
import { cellsOf } from "./support";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld(12);
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const depart = async (seats = 60) => (await sellSeats(world, seats, { id: packageId })).id;
const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = "Keluarga;Nama sesuai paspor;No. Paspor;Masa berlaku paspor;Tgl. Lahir;L/P;Tipe Kamar;No. HP";
const line = (n: number, more: Partial<Record<"family" | "born" | "sex" | "expires" | "room", string>> = {}) =>
  [
    more.family ?? "",
    `JAMAAH ${String(n).padStart(5, "0")}`,
    `C${7_000_000 + n}`,
    more.expires ?? "14/08/2033",
    more.born ?? "14/03/1968",
    more.sex ?? "P",
    more.room ?? "quad",
    "0812-3456-789",
  ].join(";");
const fileOf = (...lines: string[]) => bytes(`\ufeff${[HEAD, ...lines].join("\r\n")}\r\n`);
const upload = (id: string, file: Uint8Array<ArrayBuffer>) => uploadPassengers(owner(), { id, file });
const house = () => systemCall(world);
const takeAll = async (importId: string) => {
  while (await takePart(house(), { importId }));
};
const code = (tried: Promise<unknown>) =>
  tried.then(
    () => "done",
    (error) => error.details?.fields?.file?.[0] ?? error.code,
  );

describe("a file of passengers", () => {
  it("is read by its columns' names, looked through row by row, and taken in family by family", async () => {
    const id = await depart();
    const file = fileOf(
      line(1, { family: "A", sex: "L" }),
      line(2, { family: "A" }),
      line(3, { family: "A", born: "01/02/2020" }),
      line(4),
      line(5, { born: "31/02/1960" }),
      line(6, { sex: "?" }),
      line(7, { expires: days(60).toISOString().slice(0, 10) }),
      line(8, { family: "B", born: "2021-05-01" }),
      line(4),
    );
    const found = await upload(id, file);
    expect(found.mapping).toEqual([
      ...["booking", "passportName", "passportNumber", "passportExpiresOn", "birthDate", "gender", "roomType", "phone"],
    ]);
    expect(found).toMatchObject({ status: "checked", rows: 9, fine: 4, done: 0 });
    expect(found.problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [6, "birthDate", "date_unreadable"],
      [7, "gender", "gender_unknown"],
      [8, "passportExpiresOn", "passport_too_short"],
      [9, "booking", "adult_missing"],
      [10, "passportNumber", "twice"],
    ]);
    expect((await listBookings(owner(), { departureId: id })).data).toEqual([]);
    await startImport(owner(), { id, importId: found.id });
    expect(await code(startImport(owner(), { id, importId: found.id }))).toBe("import_over");
    await takeAll(found.id);
    const done = await readImport(owner(), { id, importId: found.id });
    expect(done).toMatchObject({ status: "done", done: 4, refused: 0, bookings: 2 });
    const booked = (await listBookings(owner(), { departureId: id })).data.find(({ pilgrims }) => pilgrims === 3);
    const { party, owed, status, holdEndsAt } = await readBooking(owner(), { id: booked!.id });
    expect([status, party.length, holdEndsAt]).toEqual(["pending_payment", 3, days(7)]);
    expect(owed).toEqual(idr(QUAD * 2 + 3_000_000_000));
    expect(party.map(({ passengerType, guardianId }) => [passengerType, guardianId !== null])).toEqual([
      ["adult", false],
      ["adult", false],
      ["child", true],
    ]);
    expect((await listReadiness(owner(), { id })).people).toBe(4);
    const { byBookings, byClaims, byPool } = await reckon(world, id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 4, sold: 0 }));
  });

  it("names a row as the file does, whatever is empty around it", async () => {
    const id = await depart();
    const text = `\n${HEAD}\n\n${line(1)}\n;;;\n${line(2, { sex: "?" })}\n\n`;
    const workbook = await workbookOf([
      [""],
      HEAD.split(";"),
      [""],
      line(1).split(";"),
      [""],
      line(2, { sex: "?" }).split(";"),
    ]);
    const short = bytes("Nama;L/P\n\nSITI;P\n");
    for (const [file, ...found] of [
      [bytes(text), 2, 1, [6]],
      [workbook, 2, 1, [6]],
      [short, 1, 0, [3]],
    ] as const) {
      const { rows, fine, problems } = await upload(id, file);
      expect([rows, fine, [...new Set(problems.map(({ row }) => row))]]).toEqual(found);
    }
  });

  it("may have its columns corrected, and says the same as a workbook in another language", async () => {
    const id = await depart();
    const table = [
      ["Имя", "Когда", "Пол", "Бронь"],
      ["AIGUL NURLAN", "12.03.1961", "ж", "1"],
      ["SERIK BEKOV", "02.07.1958", "м", "1"],
    ];
    const found = await upload(id, await workbookOf(table));
    expect(found.mapping).toEqual(["passportName", null, "gender", "booking"]);
    expect([found.fine, found.problems[0]?.problem]).toEqual([0, "required"]);
    expect(await code(startImport(owner(), { id, importId: found.id }))).toBe("import_empty");
    const mapping = ["passportName", "birthDate", "gender", "booking"] as const;
    const again = await checkImport(owner(), { id, importId: found.id, mapping: [...mapping], roomType: "double" });
    expect(again).toMatchObject({ fine: 2, roomType: "double", problems: [] });
    const template = (await readTemplate({ ...owner(), locale: "kk" }, { id, format: "csv" })).file.csv!;
    const own = await upload(id, bytes(template));
    expect([own.fine, own.mapping.filter((one) => one === null)]).toEqual([1, []]);
    const sheet = answerManifest(await readTemplate({ ...owner(), locale: "ru" }, { id, format: "xlsx" }))!;
    const workbook = new Uint8Array(await sheet.arrayBuffer());
    const [heads, example] = await cellsOf(workbook.buffer);
    expect(heads!.every((head) => typeof head === "string" && /[А-я]/.test(head))).toBe(true);
    expect(example!.slice(0, 8)).toEqual([
      "A1",
      "SITI RAHMAWATI",
      "C7719031",
      "2031-08-14",
      "1961-03-12",
      "F",
      "IDN",
      null,
    ]);
    expect(example!.slice(8)).toEqual(["+628123456789", "quad", null, "Rudi", "+628119021177", null, null, null]);
    expect(await upload(id, workbook)).toMatchObject({ fine: 1, problems: [] });
  });

  it("taken in twice books nobody twice", async () => {
    const id = await depart();
    const file = fileOf(line(11), line(12));
    const first = await upload(id, file);
    await startImport(owner(), { id, importId: first.id });
    await takeAll(first.id);
    const second = await upload(id, file);
    expect(second).toMatchObject({ fine: 0 });
    expect(second.problems.map(({ problem }) => problem)).toEqual(["there_already", "there_already"]);
  });

  it("taken in a second time while the first is under way books nobody twice either", async () => {
    const id = await depart();
    const file = fileOf(line(13), line(14));
    const sent = [await upload(id, file), await upload(id, file), await upload(id, file)];
    const start = (importId: string) => code(startImport(owner(), { id, importId }));
    const begun = await Promise.all(sent.map((one) => start(one.id)));
    expect(begun.toSorted()).toEqual(["done", "import_running", "import_running"]);
    const [first, ...others] = sent.toSorted((a, b) => begun[sent.indexOf(a)]!.localeCompare(begun[sent.indexOf(b)]!));
    await takeAll(first!.id);
    expect(await start(others[0]!.id)).toBe("import_empty");
    expect((await listReadiness(owner(), { id })).people).toBe(2);
  });

  it("takes no longer than its length, however long a cell of it trails", () => {
    const began = performance.now();
    expect(readDay(`${".".repeat(200_000)}x`)).toBe(null);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(readDay("14 Mar 1968. . ")).toBe("1968-03-14");
  });

  it("that is none is refused with what to do, and one nobody takes in is forgotten after a week", async () => {
    const id = await depart();
    expect(await code(upload(id, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])))).toBe("sheet_unreadable");
    expect(await code(upload(id, bytes(HEAD)))).toBe("sheet_empty");
    expect(await code(upload(id, fileOf(...Array.from({ length: 10_001 }, () => "x"))))).toBe("sheet_too_large");
    const found = await upload(id, fileOf(line(21)));
    expect(await sweepImports(systemCall(world, world.agency.id, days(8)), {})).toBeGreaterThan(0);
    expect(await code(startImport(owner(), { id, importId: found.id }))).toBe("import_over");
    expect(await code(readImport(as(world.rivalOwner), { id, importId: found.id }))).toBe("departure_not_found");
  });
});

describe("hundreds of passengers", () => {
  it("[R1] [R4] are never more than there are seats, whoever carries them and however often one is killed", async () => {
    const id = await depart(250);
    const found = await upload(id, fileOf(...Array.from({ length: 300 }, (_, i) => line(1_000 + i))));
    expect(found).toMatchObject({ fine: 300, seatsLeft: 250 });
    await startImport(owner(), { id, importId: found.id });
    // One that dies in the middle of its commit leaves nothing behind.
    const dies = { ...house(), transact: house().transact };
    const { transact } = dies;
    const killed = takePart(
      {
        ...dies,
        transact: (fence, readOnly, work) =>
          transact(fence, readOnly, async (tx) => {
            await work(tx);
            throw new Error("the lights went out");
          }),
      },
      { importId: found.id },
    );
    await expect(killed).rejects.toThrow("the lights went out");
    expect(await readImport(owner(), { id, importId: found.id })).toMatchObject({ done: 0 });
    // Five take it on at once.
    await Promise.all(Array.from({ length: 5 }, () => takeAll(found.id)));
    const done = await readImport(owner(), { id, importId: found.id });
    expect(done).toMatchObject({ status: "done", done: 250, refused: 50, bookings: 250 });
    expect(new Set(done.problems.map(({ problem }) => problem))).toEqual(new Set(["sold_out"]));
    const { byBookings, byClaims, byPool } = await reckon(world, id);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: 250, sold: 0 }));
  });

  it("stop being taken in when the departure closes", async () => {
    const id = await depart();
    const found = await upload(id, fileOf(line(2_001), line(2_002)));
    await startImport(owner(), { id, importId: found.id });
    await updateDeparture(owner(), { id, status: "closed" });
    await takeAll(found.id);
    const done = await readImport(owner(), { id, importId: found.id });
    expect([done.done, done.refused, done.problems[0]?.problem]).toEqual([0, 2, "departure_not_open"]);
    expect(await code(takePart(house(), { importId: newId() }))).toBe("import_not_found");
  });
});

describe("what was paid before", () => {
  const PAID = "Nama;Tgl. Lahir;L/P;Keluarga;Sudah dibayar";
  const rows = (...paid: string[]) =>
    paid.map((amount, i) => `LUNAS ${String.fromCharCode(65 + i)};14/03/1968;P;${i < 2 ? "A" : ""};${amount}`);
  const limit = async (amount: number | null) => {
    const { policies } = (await readAgency(owner(), {})).own!;
    const secondPersonAbove = amount === null ? null : { amount, currency: "IDR" };
    await updateAgency(owner(), { policies: { ...policies, secondPersonAbove } });
  };
  const file = (...paid: string[]) => bytes([PAID, ...rows(...paid)].join("\n"));

  it("comes in with the seats, once, and no more than is owed; the columns are known the next time", async () => {
    await limit(null);
    const id = await depart();
    const typed = ["Rp 34.500.000", "34500000,-", "5.000.000", "abc", "99.000.000", "5 jt", "-500.000", "USD 500"];
    const found = await upload(id, file(...typed));
    expect(found.mapping.at(-1)).toBe("paid");
    expect(found.problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [5, "paid", "amount_unreadable"],
      [6, "paid", "paid_too_much"],
      // Neither five rupiah, nor money that went back, nor another currency.
      ...[7, 8, 9].map((row) => [row, "paid", "amount_unreadable"]),
    ]);
    await startImport(owner(), { id, importId: found.id });
    await takeAll(found.id);
    const { data } = await listBookings(owner(), { departureId: id });
    expect(data.map(({ status, paid, pilgrims }) => [pilgrims, status, paid]).toSorted()).toEqual([
      [1, "partially_paid", idr(500_000_000)],
      [2, "paid", idr(QUAD * 2)],
    ]);
    const other = await depart();
    const mapping = found.mapping.map((field) => (field === "booking" ? null : field));
    const second = await upload(other, file("1.000.000"));
    await checkImport(owner(), { id: other, importId: second.id, mapping, roomType: "double", holdDays: 14 });
    const third = await upload(await depart(), file("2.000.000"));
    expect(third).toMatchObject({ mapping, roomType: "double", holdDays: 14 });
  });

  it("is nothing for whoever may not approve payments, nor above what one person may enter", async () => {
    const { id } = await sellSeats(world, 9, { id: packageId, branchId: world.manager.branchId });
    const theirs = await uploadPassengers(as(world.manager), { id, file: file("5.000.000") });
    expect([theirs.mayTakeMoney, theirs.mapping.at(-1)]).toEqual([false, null]);
    const wish = { id, importId: theirs.id, mapping: ["passportName", "birthDate", "gender", null, "paid"] as const };
    expect(await code(checkImport(as(world.manager), { ...wish, mapping: [...wish.mapping] }))).toBe("forbidden");
    await limit(100_000_000);
    const found = await upload(await depart(), file("5.000.000"));
    expect(found.problems).toMatchObject([{ row: 2, field: "paid", problem: "second_person_needed" }]);
    // A limit is a sum of the agency's own money: it says nothing of another's, so nobody enters that alone.
    const abroad = await depart();
    await owner().transact("agency", false, (tx) =>
      tx.execute(sql`update departures set currency = 'USD' where id = ${abroad}`),
    );
    expect((await upload(abroad, file("USD 900"))).problems).toMatchObject([{ problem: "second_person_needed" }]);
    await limit(null);
    expect((await upload(abroad, file("USD 900"))).problems).toEqual([]);
  });
});
