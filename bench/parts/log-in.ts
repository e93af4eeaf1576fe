import { hash, verify } from "@node-rs/argon2";
import { logIn } from "@/lib/identity/commands/log-in";
import { openCall } from "@/server/doors/call";
import { env } from "@/server/env";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";
import { type Latency, latencyOf } from "../tools/stats";

type Order = { usernames: string[]; clients: number; seconds: number };
export type LoggedIn = { done: number; seconds: number; ms: Latency };

const PASSWORD = "a long walk to Makkah";
let kept = "";

/** Opens the house and answers the hash that everybody's row gets. */
async function open(): Promise<string> {
  await openHouse(env(), 0);
  kept = await hash(PASSWORD);
  return kept;
}

async function work({ usernames, clients, seconds }: Order, enter: (username: string) => Promise<unknown>) {
  const ms: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1_000;
  let next = 0;
  const client = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await enter(usernames[next++ % usernames.length] ?? "");
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { done: ms.length, seconds: (performance.now() - start) / 1_000, ms: latencyOf(ms) };
}

/** The check of a password, which nobody can leave out. */
const bare = (order: Order) => work(order, () => verify(kept, PASSWORD));

/** The whole command: finding the person, the check, session, tokens, audit, and the end of the device before. */
const whole = (order: Order) =>
  work(order, (identifier) =>
    logIn(openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http" }), { identifier, password: PASSWORD }),
  );

answer({ open, bare, whole });
