import { expect, test } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import { type Account, logIn, register } from "@/bench/simulate/rest";
import { newId } from "@/lib/kernel/ids";
import { type Nodes, openNodes } from "./support/nodes";

const PASSWORD = "a long walk to Makkah";
const WRITERS = 4;

let nodes: Awaited<ReturnType<typeof openNodes>>;
let phone: Socket | undefined;
test.beforeAll(async () => {
  nodes = await openNodes();
});
test.afterAll(async () => {
  phone?.close();
  await nodes.close();
});

type Credentials = { identifier: string; password: string };
/** Somebody who travels with the group. */
async function traveller({ first, agency }: Nodes, username: string): Promise<[Account, Credentials]> {
  const credentials = { identifier: username, password: PASSWORD };
  await register(first.url, { name: "Maryam Yusuf", username, password: PASSWORD });
  const account = await logIn(first.url, credentials);
  await account.json("/groups/join", { method: "POST", body: { code: agency.groups[0]!.code } });
  return [account, credentials];
}

type Sent = { clientId: string; status: number };
/** Says one thing at whichever node takes it, again and again under the same client id, as a phone does. */
async function say(urls: () => string[], account: Account, groupId: string, heard: Sent[]) {
  const clientId = newId();
  for (let i = 0; ; i += 1) {
    const all = urls();
    const status = await fetch(`${all[i % all.length]}/api/v1/groups/${groupId}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${account.token()}`, "content-type": "application/json" },
      body: JSON.stringify({ clientId, kind: "text", text: clientId }),
      signal: AbortSignal.timeout(20_000),
    }).then(
      (answer) => answer.status,
      () => 0,
    );
    heard.push({ clientId, status });
    if (status === 201) return;
  }
}

test("[R64] [R85] Redis goes and comes back, and a node is killed, while people write through both: each message is there once, nothing is an error of ours, and who was signed out meanwhile is let go", async () => {
  const { first, second, redis, agency } = nodes;
  const groupId = agency.groups[0]!.id;
  const writers: Account[] = [];
  for (let i = 0; i < WRITERS; i += 1) writers.push((await traveller(nodes, `writer-${i}`))[0]);
  const [guest, credentials] = await traveller(nodes, "khadijah");
  const auth = { token: guest.token(), agency: agency.slug };
  phone = io(second.url, { transports: ["websocket"], reconnectionDelay: 200, auth });
  const told: string[] = [];
  phone.on("connect_error", (error: Error & { data?: { error?: string } }) => told.push(error.data?.error ?? "away"));
  await expect.poll(() => phone?.connected).toBe(true);

  const heard: Sent[] = [];
  let urls = [first.url, second.url];
  const round = () =>
    Promise.all(
      writers.flatMap((one, i) =>
        [0, 1, 2].map((n) => say(() => ((i + n) % 2 ? urls : urls.toReversed()), one, groupId, heard)),
      ),
    );
  await round();
  await redis.down();
  await round();
  // While nobody hears it: the other device takes over.
  await logIn(first.url, credentials);
  await redis.up();
  await expect.poll(() => told).toContain("session_replaced");
  expect(phone.connected).toBe(false);
  const last = round();
  await second.kill();
  urls = [first.url];
  await last;

  expect([...new Set(heard.map(({ status }) => status))].filter((status) => ![0, 201, 503].includes(status))).toEqual(
    [],
  );
  const said = await writers[0]!.json<{ data: { clientId: string; seq: number }[] }>(
    `/groups/${groupId}/messages?limit=100`,
  );
  const own = said.data.filter(({ clientId }) => heard.some((one) => one.clientId === clientId));
  expect(own.map(({ clientId }) => clientId).toSorted()).toEqual(
    [...new Set(heard.map((one) => one.clientId))].toSorted(),
  );
  const numbers = said.data.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));
});
