import type { Actor } from "./actor";
import type { Call, Fence, Work } from "./call";
import { forbidden } from "./fault";
import { announceRecords, commitRecords, refence } from "./record";
import { openWork } from "./work";

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
  for (const one of taken) {
    const part = parts.get(one.call.agencyId);
    if (part) part.push(one);
    else parts.set(one.call.agencyId, [one]);
  }
  return [...parts.values()];
}

type Done = { one: Waiting; work: Work; answer: unknown };

/** Commits these calls in one transaction; what it returns answers all of them and tells what happened, once. */
export async function commitBatch<P, S, R>(taken: Waiting[], batch: Batch<P, S, R>): Promise<() => void> {
  const parts = byAgency(taken);
  const done = await taken[0]!.call.transact(batch.fence, false, async (tx) => {
    const all: Done[] = [];
    for (const [index, part] of parts.entries()) {
      // Sent, not waited for: should it fail, nothing after it can succeed.
      if (index > 0) tx.send(refence(tx, part[0]!.call.agencyId));
      const works = part.map(({ call }) => openWork(call, tx, batch.name));
      const inputs = part.map(({ input }) => input as P);
      const answers = await runPart(works, inputs, batch);
      await commitRecords(
        works.filter((_, i) => !(answers[i] instanceof Error)),
        batch.audit,
      );
      for (const [i, one] of part.entries()) all.push({ one, work: works[i]!, answer: answers[i] });
    }
    return all;
  });
  return () => finish(done);
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

function finish(done: Done[]) {
  for (const { one, answer } of done) {
    if (answer instanceof Error) one.fail(answer);
    else one.settle(answer as never);
  }
  const told = done.filter(({ answer }) => !(answer instanceof Error)).map(({ work }) => work.recorded);
  announceRecords(done[0]!.one.call, told);
}
