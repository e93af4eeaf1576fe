import type { Call } from "@/lib/kernel/call";
import { SECOND } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import type { Gateway, MailMessage, Ports, Receipt, TextMessage } from "@/lib/kernel/ports";
import { keepLetter, keepPlatformLetter, moveLetter, movePlatformLetter } from "../commands/letters";
import type { Letter } from "../contract";

/** As long as the slowest gateway may take. */
const SENDING_MS = 30 * SECOND;

/**
 * Sends a message once: kept first, so that a worker killed at any point neither loses nor doubles it. A call without an
 * agency keeps it among the platform's own. For tasks only; safe to repeat.
 * @param letter in the recipient's language; the same `dedupeKey` is the same message
 * @throws what the gateway threw, after noting it: the queue tries again
 */
export async function deliver(call: Call, ports: Ports, letter: Letter): Promise<void> {
  const [keep, move] = call.agencyId ? [keepLetter, moveLetter] : [keepPlatformLetter, movePlatformLetter];
  const leaves = !ports[letter.channel].keeps;
  const shown = letter.carriesSecret && leaves ? { ...letter, body: "" } : letter;
  const { id, status } = await keep(call, shown);
  if (status !== "queued") return;
  const [lane, owner] = [`letter:${id}`, newId()];
  if (!(await ports.kv.lease(lane, owner, SENDING_MS))) throw new Error("Somebody else is sending this message.");
  try {
    // Whoever had the lease before may have sent it.
    if ((await keep(call, shown)).status !== "queued") return;
    const receipt = await send(ports, letter, `${call.agencyId ?? "platform"}:${letter.dedupeKey}`);
    await move(call, { id, ...reportOf(receipt) });
  } catch (error) {
    await move(call, { id, status: "queued", reason: String(error).slice(0, 500) });
    throw error;
  } finally {
    await ports.kv.release(lane, owner);
  }
}

function send(ports: Ports, { channel, to, subject = "", body, locale }: Letter, dedupeKey: string): Promise<Receipt> {
  const gateway: Gateway<MailMessage & TextMessage> = ports[channel];
  return gateway.send({ to, subject, text: body, locale, dedupeKey });
}

const reportOf = (receipt: Receipt) =>
  receipt.state === "refused"
    ? { status: "failed" as const, reason: receipt.reason.slice(0, 500) }
    : { status: receipt.state, ...("providerId" in receipt ? { providerId: receipt.providerId } : {}) };
