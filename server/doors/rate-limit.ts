import { accountKey } from "@/lib/identity/rules";
import type { Actor } from "@/lib/kernel/actor";
import { Fault } from "@/lib/kernel/fault";
import type { LimitRule, Verdict } from "../http/limits";
import { runtime } from "../runtime";

/** How a route is counted: like every call (default), or as what it is. "tracker" is for tokens known to be ours. */
export type Counting =
  | ("call" | "login" | "code" | "password" | "contact" | "link")
  | ("join" | "ingest" | "tracker" | "never");
type Counted = { rule: LimitRule; subject: string; onlyFailures?: boolean };

/** Set by our own server from the socket and the trusted proxies; a client's own header never gets through. */
export const ADDRESS_HEADER = "x-qafila-address";
export const addressOf = (headers: Headers) => headers.get(ADDRESS_HEADER) ?? "unknown";

const textOf = (input: unknown, field: string) => {
  const value = input && typeof input === "object" ? (input as Record<string, unknown>)[field] : undefined;
  return typeof value === "string" ? value.trim().toLowerCase().slice(0, 200) : "";
};

/** Whose account a log-in, a code or a guest's phone is about. */
const accountIn = (input: unknown) =>
  accountKey(textOf(input, "identifier") || textOf(input, "phone") || textOf(input, "email"));

function rulesFor(counting: Counting, headers: Headers, actor: Actor, input: unknown): Counted[] {
  const address = addressOf(headers);
  const who: Counted =
    actor.kind === "person"
      ? { rule: "session", subject: actor.sessionId }
      : actor.kind === "key"
        ? { rule: "key", subject: actor.keyId }
        : { rule: "anonymous", subject: address };
  switch (counting) {
    case "never":
      return [];
    case "login":
      return [
        { rule: "loginAddress", subject: address },
        { rule: "loginAccount", subject: accountIn(input), onlyFailures: true },
      ];
    case "code":
      return [
        { rule: "codeAddress", subject: address },
        { rule: "codeAccount", subject: accountIn(input) },
      ];
    case "password":
      // Whoever found a phone unlocked may not guess at the password either.
      return [
        who,
        { rule: "loginAccount", subject: actor.kind === "person" ? actor.userId : address, onlyFailures: true },
      ];
    case "contact":
      // Takes the password, and sends a code to a number that is anybody's.
      return [...rulesFor("password", headers, actor, input), ...rulesFor("code", headers, actor, input)];
    case "link":
      return [{ rule: "loginAddress", subject: address }];
    case "join":
      return [
        { rule: "joinAddress", subject: address, onlyFailures: true },
        { rule: "joinCode", subject: textOf(input, "code"), onlyFailures: true },
        ...(actor.kind === "nobody"
          ? []
          : [{ rule: "joinAccount" as const, subject: who.subject, onlyFailures: true }]),
      ];
    case "ingest":
      return [actor.kind === "person" ? { rule: "ingest", subject: actor.sessionId } : who];
    case "tracker": {
      const token = textOf(input, "token");
      return [token ? { rule: "ingest", subject: token } : who];
    }
    case "call":
      return [who];
  }
}

/** Counts one use. @throws Fault `rate_limited` with the seconds after which it may be tried again */
export async function limitUse(rule: LimitRule, subject: string, out?: Headers): Promise<Verdict> {
  const verdict = await runtime().limits.check(rule, subject);
  if (out) for (const [name, value] of Object.entries(verdict.headers)) out.set(name, value);
  if (!verdict.allowed) throw tooMany(Number(verdict.headers["Retry-After"]));
  return verdict;
}

/** Credentials that are no good are counted by address, or guessing them would be free. */
export const countBad =
  (headers: Headers, out: Headers) =>
  async (error: unknown): Promise<never> => {
    await limitCall("call", headers, { kind: "nobody" }, null, out);
    throw error;
  };

export const tooMany = (retryAfter: number) => new Fault("limited", "rate_limited", { retryAfter });

/** Counts this call and writes the RateLimit headers. `settle(true)` gives back what only failures should cost.
 * @throws Fault `rate_limited` */
export async function limitCall(counting: Counting, headers: Headers, actor: Actor, input: unknown, out: Headers) {
  // Who names no account and no code guesses at none: their address counts.
  const rules = rulesFor(counting, headers, actor, input).filter(({ subject }) => subject !== "");
  const verdicts: { counted: Counted; verdict: Verdict }[] = [];
  for (const counted of rules) {
    verdicts.push({ counted, verdict: await limitUse(counted.rule, counted.subject, out) });
  }
  const settle = async (succeeded: boolean) => {
    if (!succeeded) return;
    for (const { counted, verdict } of verdicts) if (counted.onlyFailures) await verdict.refund();
  };
  return { settle };
}
