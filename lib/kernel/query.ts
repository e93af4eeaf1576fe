import type { z } from "zod";
import { type Call, isWork, type Work } from "./call";
import { anyone, type Operation, type Spec } from "./command";
import { forbidden } from "./fault";
import { parse } from "./parse";
import { openWork } from "./work";

export type QuerySpec<I extends z.ZodType, S, R> = Pick<
  Spec<I, z.output<I>, S, R>,
  "name" | "input" | "fence" | "load" | "allow" | "run"
>;

/** A look: parse, load, allow, run, in a read-only transaction. */
export function query<I extends z.ZodType, S, R>(spec: QuerySpec<I, S, R>): Operation<I, R> {
  const fence = spec.fence ?? "agency";
  const look = async (work: Work, input: z.output<I>): Promise<R> => {
    const subject = await spec.load(work, input);
    if (!spec.allow(work.actor, subject)) throw forbidden();
    return spec.run(work, input, subject);
  };
  const perform = async (call: Call | Work, raw: z.input<I>): Promise<R> => {
    const input = parse(spec.input, raw);
    if (isWork(call)) return look(call, input);
    return call.transact(fence, true, (tx) => look(openWork(call, tx, spec.name), input));
  };
  const { name, input, allow } = spec;
  const operation = { name, kind: "query" as const, input, fence, open: allow === anyone };
  return Object.assign(perform, { operation });
}
