import type { Ack } from "@/components/live/wire";
import { noteServerTime } from "@/components/ui/server-clock";
import type { OutgoingFix, SendBatch, SendOutcome } from "./fix";

/** Content that no later attempt will make acceptable. */
const REFUSED = new Set(["malformed", "validation", "invalid", "too_large"]);
const SIGNED_OUT_WAIT_MS = 60_000;
const HTTP_MS = 15_000;

const idsOf = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.flatMap((item: unknown) => {
        const id = typeof item === "object" && item !== null && "id" in item ? item.id : item;
        return typeof id === "string" ? [id] : [];
      })
    : [];

/** Accepted and rejected alike have been answered for: neither need be sent again. */
function readReceipt(answer: Record<string, unknown>): SendOutcome {
  return { kind: "answered", ids: [...idsOf(answer.accepted), ...idsOf(answer.rejected)] };
}

export function readAck(ack: Ack): SendOutcome {
  if (ack.ok) return readReceipt(ack);
  return REFUSED.has(ack.error) ? { kind: "refused" } : { kind: "failed" };
}

export async function readResponse(response: Response): Promise<SendOutcome> {
  if (response.ok) return readReceipt((await response.json()) as Record<string, unknown>);
  if ([400, 413, 422].includes(response.status)) return { kind: "refused" };
  if (response.status === 401 || response.status === 403) return { kind: "failed", retryAfterMs: SIGNED_OUT_WAIT_MS };
  const seconds = Number(response.headers.get("retry-after"));
  return { kind: "failed", ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

async function post(fixes: readonly OutgoingFix[], who: Record<string, string>): Promise<SendOutcome> {
  const askedAt = Date.now();
  const response = await fetch("/api/v1/positions", {
    method: "POST",
    headers: { "content-type": "application/json", ...who },
    body: JSON.stringify({ positions: fixes }),
    // Lets a small batch finish while the page is being closed.
    keepalive: fixes.length <= 100,
    signal: AbortSignal.timeout(HTTP_MS),
  });
  noteServerTime(response, askedAt);
  return readResponse(response);
}

type Live = { readState(): string; ask(command: "position:send", payload: unknown): Promise<Ack> };

/** By socket while it is open, else by HTTP: some networks let only one of them through. */
export const sendPositions =
  (live: Live, who: Record<string, string>): SendBatch =>
  async (fixes) => {
    if (live.readState() === "open") {
      const outcome = readAck(await live.ask("position:send", { positions: fixes }));
      if (outcome.kind !== "failed") return outcome;
    }
    return post(fixes, who);
  };
