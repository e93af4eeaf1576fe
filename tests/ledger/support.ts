import type { Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { openAccount, postJournal } from "@/lib/ledger/commands/write";
import { readBalances } from "@/lib/ledger/queries";
import { inWork, systemCall } from "../inventory/support";
import { NOON, type World } from "../support/world";

/** One transaction of the house, at noon unless said otherwise. */
export const writing = <T>(world: World, work: (work: Work) => Promise<T>, now = NOON): Promise<T> =>
  inWork(systemCall(world, world.agency.id, now), work);

/** Accounts of savers with a floor of nothing, and the bank that their money comes from and goes to. */
export async function openAccounts(world: World, savers: number) {
  return writing(world, async (work) => {
    const open = (kind: string, floor: number | null) =>
      openAccount(work, { kind, owner: `test:${newId()}`, currency: "IDR", floor });
    const bank = await open("test.bank", null);
    const own: string[] = [];
    for (let i = 0; i < savers; i += 1) own.push(await open("test.saver", 0));
    return { bank, savers: own };
  });
}

type Pair = { from: string; to: string; amount: number; effectiveAt?: Date };
export const moved = ({ from, to, amount, effectiveAt }: Pair) => ({
  kind: "test.move",
  reference: `test:${newId()}`,
  lines: [
    { accountId: from, amount: -amount },
    { accountId: to, amount },
  ],
  ...(effectiveAt ? { effectiveAt } : {}),
});

export const move = (world: World, pair: Pair) => writing(world, (work) => postJournal(work, moved(pair)));

export const stateOf = async (world: World, accountId: string) =>
  (await writing(world, (work) => readBalances(work, [accountId])))[0]!;
