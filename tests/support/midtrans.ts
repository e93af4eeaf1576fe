import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { midtransPay } from "@/server/adapters/pay.midtrans";

const UNKNOWN = JSON.stringify({ status_code: "404", status_message: "Transaction doesn't exist." });
const REFUSED = JSON.stringify({ status_code: "401", status_message: "Transaction cannot be authorized." });

type Body = { transaction_id: string };
/** Midtrans' status API, for one key. It answers `says` in turn, the last of a payment ever after. */
export async function startMidtrans(key: string) {
  const payments = new Map<string, { next: string[]; last: string }>();
  /** What was asked, in order; and how the next question is answered instead, once. */
  const asked: string[] = [];
  const house = { asked, instead: null as null | (() => Promise<{ status: number; body: string } | "silence">) };
  const server = createServer(async ({ url = "", headers }, response) => {
    asked.push(url);
    const instead = house.instead;
    house.instead = null;
    const given = await instead?.();
    if (given === "silence") return;
    const told = payments.get(decodeURIComponent(/^\/v2\/([^/]+)\/status$/.exec(url)?.[1] ?? ""));
    if (told) told.last = told.next.shift() ?? told.last;
    const isOurs = headers.authorization === `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
    const body = given?.body ?? (isOurs ? (told?.last ?? UNKNOWN) : REFUSED);
    // It answers 200 whatever became of the payment: what it means stands in the body.
    response.writeHead(given?.status ?? 200, { "content-type": "application/json" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(house, {
    url,
    pay: midtransPay({ live: url, sandbox: url }),
    /** From now on this is what it knows of the payment, after what was to be said before. */
    says: (body: string) => {
      const { transaction_id: id } = JSON.parse(body) as Body;
      payments.set(id, { last: body, ...payments.get(id), next: [...(payments.get(id)?.next ?? []), body] });
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
export type Midtrans = Awaited<ReturnType<typeof startMidtrans>>;
