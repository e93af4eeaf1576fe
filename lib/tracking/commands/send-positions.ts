import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { forbidden } from "@/lib/kernel/fault";
import { parse } from "@/lib/kernel/parse";
import { type Guarded, guardPositions, type Receipt, SendPositions } from "../contract";
import { maySend } from "../policy";
import { loadSenders, record, type Sender } from "./record";

/** Fixes one transaction carries at the most: beyond it the wait grows faster than the throughput. */
const BATCH = 500;

const senderOf = (work: Work): string => {
  if (!isPerson(work.actor)) throw forbidden();
  return work.actor.userId;
};

const sentBy = (works: Work[], inputs: Guarded[]) =>
  works.map((work, i) => ({ userId: senderOf(work), source: "app" as const, guarded: inputs[i]! }));

/** The hand-checked reader says the same as the schema; where it refuses the envelope, the schema says why. */
const read = (raw: unknown): Guarded => {
  const guarded = guardPositions(raw);
  return guarded ?? { fixes: parse(SendPositions, raw).positions, rejected: [] };
};

/** Takes positions of the caller: acknowledged once durable, judged one by one, many calls in one commit. */
export const sendPositions = command<typeof SendPositions, Sender, Receipt, Guarded>({
  name: "tracking.send_positions",
  input: SendPositions,
  read,
  audit: "itself",
  // A running trip keeps its positions whatever becomes of the agency (PRODUCT 4.2).
  evenReadOnly: true,
  load: async (work) => (await loadSenders(work, [senderOf(work)]))[0]!,
  allow: maySend,
  run: async (work, input, sender) => (await record([work], sentBy([work], [input]), [sender]))[0]!,
  together: {
    key: () => "positions",
    across: true,
    max: BATCH,
    allow: maySend,
    loadMany: (works) => loadSenders(works[0]!, works.map(senderOf)),
    runMany: (works, inputs, senders) => record(works, sentBy(works, inputs), senders),
  },
});
