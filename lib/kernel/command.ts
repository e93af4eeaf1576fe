import type { z } from "zod";
import type { Actor } from "./actor";
import { type Call, type Fence, isWork, type Work } from "./call";
import { Fault, forbidden } from "./fault";
import { onceOnly, settleRefusal } from "./idempotency";
import { runTogether } from "./lanes";
import { parse } from "./parse";
import { announceRecords, commitRecord } from "./record";
import type { Together } from "./together";
import { openWork } from "./work";

export type Spec<I extends z.ZodType, P, S, R> = {
  name: `${string}.${string}`;
  input: I;
  /** "agency" (default): inside one agency's fence. "platform": identity and directory rows. */
  fence?: Fence;
  /** A hand-checked reader of the hot path in place of the schema; same verdicts, held together by a property test. */
  read?: (raw: unknown) => P;
  /** Slow work before the transaction (hashing, images); its result takes the input's place. */
  prepare?: (call: Call, input: z.output<I>) => Promise<P>;
  /** Finds what is acted upon, within the actor's reach, or throws not_found. */
  load: (work: Work, input: P) => Promise<S>;
  allow: (actor: Actor, subject: S) => boolean;
  run: (work: Work, input: P, subject: S) => Promise<R>;
  together?: Together<P, S, R>;
  /** "itself": what it writes is its own record (positions, messages, scans, entries, deliveries). */
  audit?: "row" | "itself";
  /** May run while the agency is read-only (expired or suspended). */
  evenReadOnly?: boolean;
};

type About = { name: string; kind: "command" | "query"; input: z.ZodType; fence: Fence; open: boolean };
export type Operation<I extends z.ZodType = z.ZodType, R = unknown> = ((
  call: Call | Work,
  input: z.input<I>,
) => Promise<R>) & { operation: About };

/** A change: parse, prepare, load, allow, run, and commit audit and facts with it. Given a Work it joins that transaction. */
export function command<I extends z.ZodType, S, R, P = z.output<I>>(spec: Spec<I, P, S, R>): Operation<I, R> {
  const { name, input, allow, fence = "agency", audit = "row", together } = spec;
  const batch = together && { name, fence, audit, ...together };
  const perform = async (work: Work, input: P): Promise<R> => {
    const subject = await spec.load(work, input);
    if (!allow(work.actor, subject)) throw forbidden();
    return spec.run(work, input, subject);
  };

  const alone = async (call: Call, input: P): Promise<R> => {
    const { work, outcome } = await call.transact(fence, false, async (tx) => {
      const work = openWork(call, tx, name);
      const outcome = await onceOnly(work, async () => {
        const fresh = await perform(work, input);
        await commitRecord(work, audit);
        return fresh;
      });
      return { work, outcome };
    });
    if ("refused" in outcome) throw outcome.refused;
    announceRecords(call, [work.recorded]);
    return outcome.result;
  };

  const attempt = async (call: Call | Work, raw: z.input<I>): Promise<R> => {
    const input = spec.read ? spec.read(raw) : parse(spec.input, raw);
    if (call.readOnly && !spec.evenReadOnly) throw new Fault("forbidden", "agency_read_only");
    const ready = (spec.prepare ? await spec.prepare(call, input as z.output<I>) : input) as P;
    if (isWork(call)) return perform(call, ready);
    // Without an agency a call would fail its whole batch.
    const outside = fence === "agency" && !call.agencyId;
    return !batch || call.once || outside ? alone(call, ready) : runTogether(call, batch, ready, alone);
  };
  const use = (call: Call | Work, raw: z.input<I>): Promise<R> =>
    attempt(call, raw).catch((error) => settleRefusal<R>(call, fence, name, error));
  return Object.assign(use, { operation: { name, kind: "command" as const, input, fence, open: allow === anyone } });
}

/** Nothing is acted upon: for what creates or concerns only the caller. A house test lists its users. */
export const nothing = async () => null;
/** Everybody may, signed in or not. A house test lists its users. */
export const anyone = () => true;
