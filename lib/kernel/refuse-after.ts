import type { z } from "zod";
import type { Call, Work } from "./call";
import type { Operation } from "./command";
import type { Fault } from "./fault";

/** A refusal behind a change that must stand, like a try that is spent: the command answers null, which is committed, and
 * its caller hears the fault. Thrown within, it would take the change back. @throws Fault as given */
export function refuseAfter<I extends z.ZodType, R>(use: Operation<I, R | null>, fault: () => Fault): Operation<I, R> {
  const heard = async (call: Call | Work, input: z.input<I>): Promise<R> => {
    const result = await use(call, input);
    if (result === null) throw fault();
    return result;
  };
  return Object.assign(heard, { operation: use.operation });
}
