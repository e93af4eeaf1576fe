import type { Call } from "./call";
import { Fault } from "./fault";
import { type Batch, commitBatch, type Waiting } from "./together";

type Lane = { queue: Waiting[] };

/** How many calls one lane keeps waiting before it answers `busy`. */
const LANE_LIMIT = 20_000;

/** Runs a call with others of its lane in one transaction; where that batch fails, each by itself.
 * @throws Fault `busy` when too many wait, and whatever the command throws */
export function runTogether<P, S, R>(
  call: Call,
  batch: Batch<P, S, R>,
  input: P,
  alone: (call: Call, input: P) => Promise<R>,
): Promise<R> {
  const key = `${batch.name}:${batch.across ? "*" : call.agencyId}:${batch.key(input)}`;
  const open = call.lanes.get(key) as Lane | undefined;
  const lane = open ?? { queue: [] };
  if (lane.queue.length >= LANE_LIMIT) return Promise.reject(new Fault("unavailable", "busy"));
  return new Promise<R>((settle, fail) => {
    lane.queue.push({ call, input, settle, fail });
    if (open) return;
    call.lanes.set(key, lane);
    void drain(lane, batch, alone, () => call.lanes.delete(key));
  });
}

async function drain<P, S, R>(
  lane: Lane,
  batch: Batch<P, S, R>,
  alone: (call: Call, input: P) => Promise<R>,
  close: () => void,
) {
  // One turn of the loop lets everything that arrived in the same tick share the first batch.
  await Promise.resolve();
  while (lane.queue.length > 0) {
    const taken = lane.queue.splice(0, batch.max);
    try {
      const finish = await commitBatch(taken, batch);
      finish();
    } catch (error) {
      if (waitedInVain(error)) for (const one of taken) one.fail(error);
      else for (const one of taken) await alone(one.call, one.input as P).then(one.settle as (r: R) => void, one.fail);
    }
  }
  // In the same breath as the last look at the queue, or a late arrival would wait for ever.
  close();
}

/** A lock not got within its bound: trying each call by itself would make the last one wait that long times their number. */
const waitedInVain = (error: unknown): boolean =>
  error instanceof Error && ((error as { code?: unknown }).code === "55P03" || waitedInVain(error.cause));
