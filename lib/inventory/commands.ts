import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, type Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Availability, ClaimState, Grant, Line } from "./contract";
import { claimExpired } from "./facts";
import { judgeWishes, sumByPool } from "./rules";
import {
  addClaims,
  addPool,
  type Claim,
  listClaims,
  lockPoolRows,
  lockStanding,
  setCapacity,
  setClaimState,
  shiftPools,
} from "./store";

// Plain verbs: they have no policy and no audit row of their own, since the command that uses them has both.

/** Opens a pool of `capacity` things that can be claimed. Returns its id. */
export async function openPool(work: Work, { kind, capacity }: { kind: string; capacity: number }): Promise<string> {
  const id = newId();
  await addPool(work, { id, kind, capacity });
  return id;
}

/** Locks pools in sorted order until the transaction ends. Take it as late as possible. */
export const lockPools = (work: Work, poolIds: readonly string[]): Promise<Map<string, Availability>> =>
  lockPoolRows(work, poolIds);

/** Claims all lines or none.
 * @throws Fault `sold_out` with `{ pools: [{ poolId, asked, left }] }` */
export async function claim(work: Work, lines: readonly Line[], state: ClaimState): Promise<Grant[]> {
  const [answer] = await claimMany(work, [lines], state);
  if (!Array.isArray(answer)) throw answer;
  return answer;
}

/** Many wishes in one go, granted in order of arrival; a refusal is returned, not thrown, and harms nobody else. */
export async function claimMany(
  work: Work,
  wishes: readonly (readonly Line[])[],
  state: ClaimState,
): Promise<(Grant[] | Fault)[]> {
  const pools = await lockPools(
    work,
    wishes.flatMap((lines) => lines.map(({ poolId }) => poolId)),
  );
  return claimLocked(work, pools, wishes, state);
}

/** The same on pools that are locked already. */
export async function claimLocked(
  work: Work,
  pools: ReadonlyMap<string, Availability>,
  wishes: readonly (readonly Line[])[],
  state: ClaimState,
): Promise<(Grant[] | Fault)[]> {
  const shortages = judgeWishes(pools, wishes);
  const rows = wishes.map((lines, i) => (shortages[i] ? [] : lines.map((line) => claimRow(line, state))));
  const granted = rows.flat();
  if (granted.length > 0) {
    const shifts = [...sumByPool(granted)].map(([poolId, quantity]) => ({
      poolId,
      held: state === "held" ? quantity : 0,
      sold: state === "sold" ? quantity : 0,
    }));
    await shiftPools(work, shifts);
    await addClaims(work, granted);
    for (const row of granted) planExpiry(work, row);
  }
  return rows.map((mine, i) => {
    const short = shortages[i];
    return short
      ? conflict("sold_out", { pools: short })
      : mine.map(({ id, poolId, quantity }) => ({ claimId: id, poolId, quantity }));
  });
}

const claimRow = ({ poolId, quantity, holder, expiresAt }: Line, state: ClaimState) => ({
  id: newId(),
  poolId,
  quantity,
  holder,
  state,
  expiresAt: state === "held" ? (expiresAt ?? null) : null,
});

function planExpiry(work: Work, { id, expiresAt }: { id: string; expiresAt: Date | null }) {
  if (expiresAt) work.later({ task: "inventory.expire", key: id, runAt: expiresAt, payload: { claimId: id } });
}

/** Turns held claims into sold ones, all or none, their pools locked in order (R3). Returns those that were sold now.
 * @throws Fault `claim_gone` when one was released or has run out: late money never takes a place silently. */
export async function sell(work: Work, claimIds: readonly string[]): Promise<string[]> {
  const standing = claimIds.length > 0 ? await lockStanding(work, claimIds) : [];
  if (standing.length < claimIds.length || standing.some((one) => hasRunOut(work, one))) throw conflict("claim_gone");
  const held = standing.filter(({ state }) => state === "held");
  if (held.length === 0) return [];
  const ids = held.map(({ id }) => id);
  await lockPools(
    work,
    held.map(({ poolId }) => poolId),
  );
  const sold = [...sumByPool(held)].map(([poolId, quantity]) => ({ poolId, held: -quantity, sold: quantity }));
  await shiftPools(work, sold);
  setClaimState(work, ids, "sold");
  return ids;
}

/** Gives these claims back, each exactly once however often it is asked (R5). Returns those that were freed now. */
export async function release(work: Work, claimIds: readonly string[]): Promise<string[]> {
  const standing = claimIds.length > 0 ? await lockStanding(work, claimIds) : [];
  if (standing.length === 0) return [];
  const ids = standing.map(({ id }) => id);
  await lockPools(
    work,
    standing.map(({ poolId }) => poolId),
  );
  await shiftPools(work, givenBack(standing));
  setClaimState(work, ids, "released");
  return ids;
}

/** Places that were sold are only held again, or those given back are: released where they stand and claimed anew in the same
 * commit under the same names, since no claim goes backwards. Returns the new ones in the order asked for.
 * @throws Fault `sold_out` when others have them by now, or the pool was made smaller */
export async function holdAnew(work: Work, claimIds: readonly string[]): Promise<Grant[]> {
  const before = new Map((await listClaims(work, claimIds)).map((one) => [one.id, one]));
  await release(work, claimIds);
  const lines = claimIds.map((id) => {
    const { poolId, quantity, holder } = before.get(id)!;
    return { poolId, quantity, holder };
  });
  return claim(work, lines, "held");
}

function givenBack(standing: readonly Claim[]) {
  const held = sumByPool(standing.filter(({ state }) => state === "held"));
  const sold = sumByPool(standing.filter(({ state }) => state === "sold"));
  const poolIds = new Set(standing.map(({ poolId }) => poolId));
  return [...poolIds].map((poolId) => ({ poolId, held: -(held.get(poolId) ?? 0), sold: -(sold.get(poolId) ?? 0) }));
}

/** Sets a pool's capacity. Below what is taken it only blocks new claims (R7). */
export const resize = (work: Work, poolId: string, capacity: number): Promise<Availability> =>
  setCapacity(work, poolId, capacity);

const hasRunOut = (work: Work, { state, expiresAt }: Claim) =>
  state === "held" && expiresAt !== null && expiresAt <= work.now;

/** Frees one held claim whose time is up; on any other it does nothing. Returns whether it freed. */
export const expireClaim = command({
  name: "inventory.expire",
  input: z.strictObject({ claimId: z.uuid() }),
  load: async (work, { claimId }) => (await lockStanding(work, [claimId]))[0] ?? null,
  allow: isSystem,
  run: async (work, { claimId }, standing) => {
    if (!standing || !hasRunOut(work, standing)) return false;
    await release(work, [claimId]);
    const { poolId, holder, quantity } = standing;
    work.changed("claims", claimId, { state: "held" }, { state: "released" });
    work.tell(claimExpired, { claimId, poolId, holder, quantity });
    return true;
  },
});
