import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealJournals } from "@/lib/ledger/commands/keep";
import { postJournal, reverseJournal } from "@/lib/ledger/commands/write";
import { checkBooks, readBalancesAt, readJournal, readMovements } from "@/lib/ledger/queries";
import { asOwner, systemCall } from "../inventory/support";
import { NOON, newWorld, type World } from "../support/world";
import { move, moved, openAccounts, stateOf, writing } from "./support";

let world: World;
let bank: string;
let saver: string;
beforeAll(async () => {
  world = await newWorld(8);
  ({
    bank,
    savers: [saver = ""],
  } = await openAccounts(world, 1));
});
afterAll(() => world.close());

const raw = (text: string) => writing(world, (work) => work.tx.execute(sql.raw(text)));
const journalRow = (id: string, lines: number, more = "") =>
  `insert into journals (id, agency_id, phase, kind, reference, effective_at, lines${more ? ", reverses" : ""})
   values ('${id}', '${world.agency.id}', 'posted', 'x', 'x', now(), ${lines}${more})`;
const entryRow = (journal: string, line: number, account: string, amount: number) =>
  `insert into entries (agency_id, journal_id, line, account_id, currency, amount, phase, effective_at)
   select '${world.agency.id}', '${journal}', ${line}, '${account}', 'IDR', ${amount}, 'posted', effective_at
   from journals where id = '${journal}'`;
/** The same by our own role, had somebody given it the right. */
const evenGranted = (table: string, text: string) =>
  asOwner(world, (owner) =>
    owner.begin(async (sql) => {
      await sql.unsafe(`grant update, delete on ${table} to qafila_tenant`);
      await sql`select set_config('role', 'qafila_tenant', true), set_config('app.agency_id', ${world.agency.id}, true)`;
      await sql.unsafe(text);
    }),
  );
const why = (error: unknown) => String((error as { cause?: Error }).cause ?? error);
const refused = (done: Promise<unknown>) => done.then(() => "done", why);

describe("what the database says of a journal, whoever writes it", () => {
  const id = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e99";
  const inOne = (...texts: string[]) =>
    refused(
      writing(world, async (work) => {
        for (const text of texts) await work.tx.execute(sql.raw(text));
      }),
    );

  it("[R16] it sums to zero in each currency at the commit, or there is none", async () => {
    expect(await inOne(journalRow(id, 2), entryRow(id, 0, bank, -100), entryRow(id, 1, saver, 99))).toMatch(
      /off by -1/,
    );
    expect(await inOne(journalRow(id, 2), entryRow(id, 0, bank, -100))).toMatch(/says 2 lines and has 1/);
    expect(await inOne(journalRow(id, 0))).toMatch(/says 0 lines/);
    expect(await stateOf(world, saver)).toMatchObject({ balance: 0 });
    await expect(
      writing(world, (work) =>
        postJournal(work, { kind: "x", reference: "x", lines: [{ accountId: bank, amount: 5 }] }),
      ),
    ).rejects.toThrow(/off by 5 IDR/);
  });

  it("[R16] nobody can add to a journal that is written, not even in balance", async () => {
    const journal = await move(world, { from: bank, to: saver, amount: 100 });
    expect(await inOne(entryRow(journal, 2, bank, -1), entryRow(journal, 3, saver, 1))).toMatch(
      /says 2 lines and has 4/,
    );
  });

  it("[R17] it is never changed or removed, by our own role even with the right to, nor emptied by the owner of the tables", async () => {
    await move(world, { from: bank, to: saver, amount: 100 });
    await sealJournals(systemCall(world), {});
    for (const table of ["journals", "entries", "journal_seals"]) {
      for (const text of [`update ${table} set agency_id = agency_id`, `delete from ${table}`]) {
        expect(await refused(raw(text))).toMatch(/permission denied/);
        expect(await refused(evenGranted(table, text))).toMatch(/append-only/);
      }
      const emptied = asOwner(world, (owner) => refused(owner.unsafe(`truncate ${table} cascade`)));
      expect(await emptied).toMatch(/append-only/);
    }
    expect(await refused(raw("update accounts set floor = -1"))).toMatch(/permission denied/);
    expect(await refused(raw("delete from accounts"))).toMatch(/permission denied/);
  });

  it("[R19] an amount is a whole number of minor units: no fraction, no overflow, no nothing", async () => {
    for (const amount of [0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, 0]) {
      await expect(move(world, { from: bank, to: saver, amount })).rejects.toThrow(/no amount of money/);
    }
    const floats = await asOwner(
      world,
      (owner) => owner`select table_name, column_name from information_schema.columns
        where table_schema = 'public' and (table_name like 'savings_%' or table_name in ('accounts', 'entries', 'journals'))
          and data_type in ('real', 'double precision', 'numeric', 'money')`,
    );
    expect([...floats]).toEqual([]);
  });
});

describe("a correction", () => {
  it("[R17] is a mirror that both know of, and there is one at most", async () => {
    const before = (await stateOf(world, saver)).balance;
    const journal = await move(world, { from: bank, to: saver, amount: 700 });
    const back = () => writing(world, (work) => reverseJournal(work, journal, "test:mistake"));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, back));
    const [mirror] = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(tries.filter((one) => one.status === "rejected").map((one) => one.reason.code)).toEqual(
      Array(7).fill("journal_reversed"),
    );
    expect((await stateOf(world, saver)).balance).toBe(before);
    const both = await writing(world, async (work) => [
      await readJournal(work, journal),
      await readJournal(work, mirror!),
    ]);
    expect(both[0]).toMatchObject({ reversedBy: mirror, reverses: null });
    expect(both[1]).toMatchObject({ reverses: journal, reversedBy: null });
    await expect(writing(world, (work) => reverseJournal(work, mirror!, "x"))).rejects.toMatchObject({
      code: "journal_not_reversible",
    });
  });

  it("[R17] that is no mirror is refused by the database", async () => {
    const journal = await move(world, { from: bank, to: saver, amount: 700 });
    const id = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e98";
    const forged = writing(world, async (work) => {
      await work.tx.execute(sql.raw(journalRow(id, 2, `, '${journal}'`)));
      await work.tx.execute(sql.raw(entryRow(id, 0, bank, 600)));
      await work.tx.execute(sql.raw(entryRow(id, 1, saver, -600)));
    });
    expect(await refused(forged)).toMatch(/is no mirror/);
  });
});

describe("money of days gone by", () => {
  it("[R20] a back-dated entry counts from its own day on, for every question asked since", async () => {
    const { savers, bank: vault } = await openAccounts(world, 1);
    const [own = ""] = savers;
    const day = (n: number) => new Date(NOON.getTime() - n * 86_400_000);
    await move(world, { from: vault, to: own, amount: 300, effectiveAt: day(30) });
    await move(world, { from: vault, to: own, amount: 500, effectiveAt: day(2) });
    await move(world, { from: vault, to: own, amount: 1_000, effectiveAt: day(20) });
    await move(world, { from: own, to: vault, amount: 200, effectiveAt: day(10) });
    const at = async (n: number) => (await writing(world, (work) => readBalancesAt(work, [own], day(n)))).get(own);
    const asked = [31, 30, 21, 20, 11, 10, 3, 2, 0];
    expect(await Promise.all(asked.map(at))).toEqual([0, 300, 300, 1_300, 1_300, 1_100, 1_100, 1_600, 1_600]);
    const history = await writing(world, (work) => readMovements(work, own));
    expect(history.map(({ amount, balance }) => [amount, balance])).toEqual([
      [300, 300],
      [1_000, 1_300],
      [-200, 1_100],
      [500, 1_600],
    ]);
  });
});

it("[R22] after all of this the books are right", async () => {
  while ((await sealJournals(systemCall(world), {})) > 0);
  expect(await writing(world, checkBooks)).toMatchObject({ unsealed: 0, problems: [] });
  expect(await writing(world, (work) => postJournal(work, moved({ from: bank, to: saver, amount: 1 })))).toBeTruthy();
});
