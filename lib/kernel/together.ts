import type { Actor } from "./actor";
import type { Call, Fence, Work } from "./call";
import { forbidden } from "./fault";
import { commitRecords, openWork, refence } from "./record";

/** Group commit for a hot resource: one batch in flight per lane, no timer, everybody answered after one commit. */
export type Together<P, S, R> = {
  /** Calls with the same key share a lane, within one agency unless `across` is set. */
  key: (input: P) => string;
  max: number;
  /** One transaction may carry several agencies, fenced part by part. */
  across?: boolean;
  loadMany: (works: Work[], inputs: P[]) => Promise<(S | Error)[]>;
  allow: (actor: Actor, subject: S) => boolean;
  /** Grants in order of arrival. A refusal is returned, not thrown, so that it harms nobody else. */
  runMany: (works: Work[], inputs: P[], subjects: S[]) => Promise<(R | Error)[]>;
};
export type Batch<P, S, R> = Together<P, S, R> & { name: string; fence: Fence; audit: "row" | "itself" };
export type Waiting = { call: Call; input: unknown; settle: (result: never) => void; fail: (error: unknown) => void };

function byAgency(taken: Waiting[]): Waiting[][] {
  const parts = new Map<string | null, Waiting[]>();
  for (const one of taken) parts.set(one.call.agencyId, [...(parts.get(one.call.agencyId) ?? []), one]);
  return [...parts.values()];
}

export async function commitBatch<P, S, R>(taken: Waiting[], batch: Batch<P, S, R>): Promise<(() => void)[]> {
  const parts = byAgency(taken);
  return taken[0]!.call.transact(batch.fence, false, async (tx) => {
    const done: (() => void)[] = [];
    for (const [index, part] of parts.entries()) {
      if (index > 0) await refence(tx, part[0]!.call.agencyId);
      const works = part.map(({ call }) => openWork(call, tx, batch.name));
      const answers = await runPart(
        works,
        part.map((one) => one.input as P),
        batch,
      );
      const kept = works.filter((_, i) => !(answers[i] instanceof Error));
      await commitRecords(kept, batch.audit);
      done.push(...part.map((one, i) => () => finish(one, works[i]!, answers[i])));
    }
    return done;
  });
}

async function runPart<P, S, R>(works: Work[], inputs: P[], batch: Batch<P, S, R>): Promise<(R | Error)[]> {
  const subjects = await batch.loadMany(works, inputs);
  const answers: (R | Error)[] = subjects.map((s, i) =>
    s instanceof Error ? s : batch.allow(works[i]!.actor, s) ? (undefined as R) : forbidden(),
  );
  const open = answers.flatMap((answer, i) => (answer instanceof Error ? [] : [i]));
  if (open.length === 0) return answers;
  const pick = <T>(list: T[]) => open.map((i) => list[i]!);
  const results = await batch.runMany(pick(works), pick(inputs), pick(subjects) as S[]);
  for (const [at, i] of open.entries()) answers[i] = results[at]!;
  return answers;
}

function finish(one: Waiting, work: Work, answer: unknown) {
  if (answer instanceof Error) return one.fail(answer);
  one.settle(answer as never);
  one.call.announce(work.recorded.facts, work.recorded.signals);
}
