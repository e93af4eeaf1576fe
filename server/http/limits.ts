import { createHash } from "node:crypto";
import type { Kv, Slide } from "@/lib/kernel/ports";

const MINUTE = 60_000;

/** Calls per minute and what they are counted by (PRODUCT 4.15). null is never limited: SOS, health, inbound webhooks. */
const limitRules = {
  anonymous: 100, // per address
  session: 300, // per session, not per address: a hotel shares one
  shake: 300, // sockets that a session opens, one after the other
  key: 600,
  ingest: 120, // per device
  loginAccount: 5, // failed ones: refund() after a success
  loginAddress: 300,
  codeAccount: 3, // codes and links sent; the hour has its own limit in lib/identity
  codeAddress: 60, // every one costs an SMS, yet a hotel shares one address
  joinAccount: 10, // failed codes, as all of join*
  joinCode: 100,
  joinAddress: 300,
  never: null,
} as const satisfies Record<string, number | null>;

export type LimitRule = keyof typeof limitRules;

export type Verdict = {
  allowed: boolean;
  /** RateLimit-*, and Retry-After when refused; seconds. Empty for what is never limited. */
  headers: Record<string, string>;
  /** Gives the call back, as if it had not been made: a log-in that succeeded is no failed one. */
  refund(): Promise<void>;
};

type Options = {
  /** This node's own, for fixes, and for everything while the shared one is down. */
  spare: Kv;
  now?: () => number;
  /** Told once per outage, for the log and the metrics. */
  onOutage: (error: unknown) => void;
  /** Calls of one device in a minute, where the operator says otherwise. */
  ingest?: number;
};

/** A device sends to one node at a time, and a question to a shared store for every fix would cost more than the fix. */
const PER_NODE = "limit:ingest:";

/**
 * Sliding-window limits over the shared Kv. While the Kv is down nobody is turned away for it: this node counts by
 * itself (so N nodes allow N times the limit), asks the Kv again after five seconds, and says so through `onOutage`.
 */
export function limiter(kv: Kv, { spare, now = Date.now, onOutage, ingest = limitRules.ingest }: Options) {
  const rules = { ...limitRules, ingest };
  let ownUntil = 0;

  async function slide(key: string, limit: number, at: number, cost: 1 | -1): Promise<Slide> {
    const rule = { limit, windowMs: MINUTE, now: at, cost };
    if (now() < ownUntil || key.startsWith(PER_NODE)) return spare.slide(key, rule);
    try {
      return await kv.slide(key, rule);
    } catch (error) {
      if (now() >= ownUntil) onOutage(error);
      ownUntil = now() + 5000;
      return spare.slide(key, rule);
    }
  }

  return {
    /** Counts one call of `subject` (address, session id, key id, device id, account) under `rule`. */
    check: async (rule: LimitRule, subject: string): Promise<Verdict> => {
      const limit = rules[rule];
      if (limit === null) return { allowed: true, headers: {}, refund: async () => undefined };
      const at = now();
      const key = `limit:${rule}:${fingerprint(subject)}`;
      const answer = await slide(key, limit, at, 1);
      return {
        allowed: answer.allowed,
        // Spelled only for whoever reads them: a socket has none.
        get headers() {
          return headersOf(limit, answer);
        },
        refund: async () => {
          if (answer.allowed) await slide(key, limit, at, -1);
        },
      };
    },
  };
}

export type Limiter = ReturnType<typeof limiter>;

const ID = /^[0-9a-f-]{36}$/;

// Accounts are e-mail addresses and phones: they do not belong into a shared store in the clear. Ids say nothing.
function fingerprint(subject: string): string {
  if (ID.test(subject)) return subject;
  return createHash("sha256").update(subject).digest("base64url").slice(0, 22);
}

function headersOf(limit: number, { allowed, remaining, resetMs }: Slide): Record<string, string> {
  const reset = String(Math.max(1, Math.ceil(resetMs / 1000)));
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": reset,
    ...(allowed ? {} : { "Retry-After": reset }),
  };
}
