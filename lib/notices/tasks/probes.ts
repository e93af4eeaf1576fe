import { readBacklog } from "@/lib/agencies/queries/platform";
import { formatTime } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import type { Call } from "@/lib/kernel/call";
import { MINUTE, SECOND } from "@/lib/kernel/durations";
import { oneByOne } from "@/lib/kernel/one-by-one";
import type { Ports } from "@/lib/kernel/ports";
import { every, type Task } from "@/lib/kernel/task";
import { noteProbes } from "../commands/probes";
import { Part } from "../contract";
import { readSuperAdmins } from "../queries";
import { deliver } from "./deliver";

const SLOW_MS = 2 * SECOND;
const PROBE = "platform/probe";
/** A fact that waits longer for its job, or a letter for its gateway, is not on its way. */
const QUEUE_MS = 5 * MINUTE;
const LETTER_MS = 15 * MINUTE;

/** What came of it, or null when it failed or was too slow. */
function inTime<T>(work: Promise<T>): Promise<T | null> {
  const tooSlow = new Promise<never>((_, fail) => setTimeout(fail, SLOW_MS, new Error("slow")).unref());
  return Promise.race([work, tooSlow]).catch(() => null);
}

/** How many milliseconds it took, or null when it failed or was too slow. */
export async function timed(work: () => Promise<unknown>): Promise<number | null> {
  const begun = performance.now();
  const done = await inTime(work().then(() => true));
  return done ? Math.max(1, Math.round(performance.now() - begun)) : null;
}

/** Writes and reads a word in each store. Milliseconds, or null where it failed. */
export async function tryStores({ kv, files }: Pick<Ports, "kv" | "files">, word: string) {
  const [kvMs, filesMs] = await Promise.all([
    timed(async () => {
      await kv.set("platform-probe", word, SLOW_MS);
      if ((await kv.get("platform-probe")) === null) throw new Error("forgotten");
    }),
    timed(async () => {
      await files.put(PROBE, new TextEncoder().encode(word), { type: "text/plain" });
      if (!(await files.exists(PROBE))) throw new Error("not kept");
    }),
  ]);
  return { kvMs, filesMs };
}

async function tryParts(call: Call, ports: Ports): Promise<Record<Part, boolean>> {
  const [backlog, { kvMs, filesMs }] = await Promise.all([inTime(readBacklog(call, {})), tryStores(ports, call.node)]);
  const waited = (at: Date | null | undefined) => (at ? call.now.getTime() - at.getTime() : 0);
  return {
    database: backlog !== null,
    kv: kvMs !== null,
    files: filesMs !== null,
    queue: waited(backlog?.facts.oldest) < QUEUE_MS,
    channels: waited(backlog?.letters.oldest) < LETTER_MS,
  };
}

/** Every minute each part is tried; whoever runs the platform hears by mail of what has failed three times, once. */
async function probe(call: Call, ports: Ports): Promise<void> {
  const parts = await tryParts(call, ports);
  const [fine, failing] = [Part.options.filter((part) => parts[part]), Part.options.filter((part) => !parts[part])];
  const bad = await noteProbes(call, { fine, failing });
  if (bad.length === 0) return;
  const people = await readSuperAdmins(call, {});
  const told = bad.flatMap((found) => people.map((who) => ({ ...found, ...who })));
  await oneByOne(told, async ({ part, failingSince, userId, name, email, locale }) => {
    if (!email || !failingSince) return;
    const at = `${formatTime(locale, failingSince, { zone: "UTC" })} UTC`;
    const words = {
      name,
      at,
      part: translate(locale, `letters.probe.${part}`),
      link: `${call.publicUrl}/admin/health`,
    };
    await deliver(call, ports, {
      channel: "mail",
      to: email,
      subject: translate(locale, "letters.probe.subject", words),
      body: translate(locale, "letters.probe.body", words),
      locale,
      userId,
      dedupeKey: `probe:${part}:${failingSince.toISOString()}:${userId}`,
    });
  });
}

export const tasks: Task[] = [every("* * * * *", "notices.probe", (call, _payload, ports) => probe(call, ports))];
