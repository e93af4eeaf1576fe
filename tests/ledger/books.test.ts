import fc from "fast-check";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFault } from "@/lib/kernel/fault";
import { expirePending, sealJournals } from "@/lib/ledger/commands/keep";
import { endPending, postJournal, postPending, reverseJournal, setAside } from "@/lib/ledger/commands/write";
import { checkBooks, readBalances, readBalancesAt, readSeal } from "@/lib/ledger/queries";
import { asOwner, systemCall } from "../inventory/support";
import { NOON, newWorld, type World } from "../support/world";
import { move, moved, openAccounts, writing } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const seal = async () => {
  while ((await sealJournals(systemCall(world), {})) > 0);
};
const check = () => writing(world, checkBooks);

const pick = fc.nat({ max: 20 });
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("post" as const, "aside" as const),
    from: fc.nat({ max: 3 }),
    to: fc.nat({ max: 3 }),
    amount: fc.integer({ min: 1, max: 400 }),
    daysAgo: fc.nat({ max: 40 }),
  }),
  fc.record({
    do: fc.constantFrom("settle" as const, "void" as const, "expire" as const, "reverse" as const),
    which: pick,
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const DAY = 86_400_000;
async function walk(accounts: string[], written: string[], one: Step, minute: number) {
  const now = new Date(NOON.getTime() + minute * 60_000);
  const which = "which" in one ? (written[one.which % Math.max(1, written.length)] ?? "") : "";
  const act = async () => {
    if (one.do === "post" || one.do === "aside") {
      const [from, to] = [accounts[one.from]!, accounts[one.to]!];
      if (from === to) return;
      const what = moved({ from, to, amount: one.amount, effectiveAt: new Date(now.getTime() - one.daysAgo * DAY) });
      const until = new Date(now.getTime() + 5 * 60_000);
      written.push(
        await writing(
          world,
          (work) => (one.do === "post" ? postJournal(work, what) : setAside(work, what, until)),
          now,
        ),
      );
    } else if (which && one.do === "expire") {
      await expirePending(systemCall(world, world.agency.id, now), { journalId: which });
    } else if (which) {
      await writing(
        world,
        (work) => {
          if (one.do === "settle") return postPending(work, which);
          return one.do === "void" ? endPending(work, which, "voided") : reverseJournal(work, which, "test:back");
        },
        now,
      );
    }
  };
  await act().catch((error: unknown) => {
    if (!isFault(error)) throw error;
  });
}

it("[R22] after any sequence each balance is the sum of its entries, and no floor is passed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const { bank, savers } = await openAccounts(world, 3);
      const accounts = [bank, ...savers];
      const written: string[] = [];
      for (const [minute, one] of steps.entries()) await walk(accounts, written, one, minute);
      const shown = await writing(world, (work) => readBalances(work, accounts));
      const truth = await writing(world, (work) => readBalancesAt(work, accounts, new Date(NOON.getTime() + DAY)));
      expect(new Map(shown.map(({ accountId, balance }) => [accountId, balance]))).toEqual(truth);
      expect([...truth.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
      for (const { left, reserved } of shown) expect([left === null || left >= 0, reserved >= 0]).toEqual([true, true]);
    }),
    { numRuns: 25 },
  );
  await seal();
  expect(await check()).toMatchObject({ unsealed: 0, problems: [] });
});

describe("[R22] somebody with every right changes the books behind our back", () => {
  /** What the check says of what was done. */
  async function tampered(tamper: (sql: TransactionSql) => Promise<unknown>) {
    const tables = ["journals", "entries", "journal_seals", "accounts"];
    await asOwner(world, async (owner) => {
      for (const table of tables) {
        await owner.unsafe(`alter table ${table} disable trigger user`);
        await owner.unsafe(`alter table ${table} no force row level security`);
      }
      await owner.begin(async (sql) => tamper(sql));
    });
    return check();
  }
  const ids = async () => {
    const { bank, savers } = await openAccounts(world, 1);
    const [own = ""] = savers;
    const journals: string[] = [];
    for (const amount of [100, 200, 300]) journals.push(await move(world, { from: bank, to: own, amount }));
    await seal();
    return { own, bank, journals };
  };

  it("an edited reference, amount or day is found, and where", async () => {
    const { journals } = await ids();
    expect(
      (await tampered((sql) => sql`update journals set reference = 'y' where id = ${journals[1]!}`)).problems,
    ).toEqual([{ kind: "edited", id: journals[1] }]);
    const both = await tampered(
      (sql) => sql`update entries set amount = amount * 2 where journal_id = ${journals[0]!}`,
    );
    expect(both.problems).toContainEqual({ kind: "edited", id: journals[0] });
    expect(both.problems.filter(({ kind }) => kind === "balance")).toHaveLength(2);
  });

  it("two journals that changed places are found", async () => {
    const { journals } = await ids();
    const [a, b] = [journals[0]!, journals[2]!];
    const { problems } = await tampered(async (sql) => {
      const gone = await sql`delete from journal_seals where journal_id in (${a}, ${b}) returning *`;
      for (const [i, row] of gone.entries()) {
        const journalId = gone[1 - i]!.journal_id;
        await sql`insert into journal_seals ${sql({ ...row, journal_id: journalId })}`;
      }
    });
    expect(problems).toEqual(expect.arrayContaining([a, b].map((id) => ({ kind: "edited", id }))));
  });

  it("a removed journal is found by the gap it leaves, and by the balances", async () => {
    const { journals } = await ids();
    const { problems } = await tampered(async (sql) => {
      await sql`delete from journal_seals where journal_id = ${journals[1]!}`;
      await sql`delete from entries where journal_id = ${journals[1]!}`;
      await sql`delete from journals where id = ${journals[1]!}`;
    });
    expect(problems).toContainEqual({ kind: "removed", id: journals[2] });
    expect(problems.filter(({ kind }) => kind === "balance").length).toBeGreaterThan(0);
  });

  it("a cache that was touched is found", async () => {
    const { own } = await ids();
    const { problems } = await tampered((sql) => sql`update accounts set balance = balance + 1 where id = ${own}`);
    expect(problems).toContainEqual({ kind: "balance", id: own });
  });
});

it("the chain says where a journal stands, once it is sealed", async () => {
  const { bank, savers } = await openAccounts(world, 1);
  const journal = await move(world, { from: bank, to: savers[0]!, amount: 5 });
  const find = () => writing(world, (work) => readSeal(work, journal));
  expect(await find()).toBeNull();
  await seal();
  expect(await find()).toMatchObject({ journalId: journal, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
