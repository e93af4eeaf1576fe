import { randomBytes } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { memoryStore, type OutgoingFix, type SendOutcome } from "@/components/offline/fix";
import { DurableSender } from "@/components/offline/sender";
import { openChannel, type Post } from "./channels";
import type { Drive } from "./plan";
import { type Account, Refused, register } from "./rest";

const NAMES = ["Siti Aminah", "Hendra Wijaya", "Айгерим Нұрлан", "محمد سالم", "Дина Ержанова", "Nur Aisyah"];
/** After a restart nobody waits a whole minute to try again. */
const LONGEST_WAIT_MS = 1_500;

/** A phone's store of what was not acknowledged yet, and what came of the rest. */
export type Device = {
  sender: DurableSender;
  /** Sends what the phone has by now in one call: it may make 120 in a minute. */
  report: (fixes: readonly OutgoingFix[]) => Promise<void>;
  accepted: Map<string, OutgoingFix>;
  rejected: Map<string, string>;
};
/** A simulated pilgrim: one person, one device. */
export type Member = Drive & Device & { account: Account; close: () => void };

type Place = { url: string; agency: string; groupId: string; joinCode: string };

/** Registers somebody, joins the group by its code, consents, and gets the device ready. */
export async function openMember(place: Place, index: number, drive: Drive): Promise<Member> {
  const { url, agency, groupId, joinCode } = place;
  const name = `${NAMES[index % NAMES.length]} (${index + 1})`;
  const username = `sim-${randomBytes(6).toString("hex")}`;
  const newcomer = await register(url, { name, username, password: randomBytes(18).toString("base64url") });
  await (await newcomer()).json("/groups/join", { method: "POST", body: { code: joinCode } });
  const account = await newcomer(agency);
  await account.json(`/groups/${groupId}/sharing`, { method: "PUT", body: { state: "on" } });

  const socket = drive.channel === "socket" ? openSocket(url, agency, account) : null;
  const post = openChannel(drive.channel, { account, socket, address: await openTracker(url, drive, account) });
  const device = openDevice(post);
  const { sender } = device;
  socket?.on("connect", sender.kick);
  const close = () => {
    sender.stop();
    socket?.disconnect();
  };
  return { ...drive, ...device, account, close };
}

/** Keeps each fix until it is answered for. */
export function openDevice(post: Post): Device {
  const store = memoryStore();
  const accepted = new Map<string, OutgoingFix>();
  const rejected = new Map<string, string>();
  const sender = new DurableSender({
    store,
    send: (fixes) => attempt(post, fixes, { accepted, rejected }),
    later: (task, ms) => {
      const timer = setTimeout(task, Math.min(ms, LONGEST_WAIT_MS));
      return () => clearTimeout(timer);
    },
  });
  const report = async (fixes: readonly OutgoingFix[]) => {
    for (const fix of fixes.slice(0, -1)) await store.add(fix);
    const last = fixes.at(-1);
    if (last) await sender.add(last);
  };
  return { sender, report, accepted, rejected };
}

async function openTracker(url: string, { channel }: Drive, account: Account): Promise<string | null> {
  if (channel === "socket" || channel === "rest") return null;
  const body = { kind: channel === "owntracks" ? "owntracks" : "osmand", name: "Simulated" };
  const { path } = await account.json<{ path: string }>("/trackers", { method: "POST", body });
  return url + path;
}

/** The token is asked for at every connect, so that a refreshed one is used after a restart. */
export function openSocket(url: string, agency: string, account: Account): Socket {
  const socket = io(url, {
    auth: (give) => give({ token: account.token(), agency }),
    transports: ["websocket"],
    reconnectionDelay: 200,
    reconnectionDelayMax: LONGEST_WAIT_MS,
  });
  // Socket.IO comes back by itself, but not to a server that has refused it, as one may that has just started, or has hung up.
  const comeBack = () => void setTimeout(() => socket.connect(), LONGEST_WAIT_MS).unref();
  socket.on("connect_error", () => !socket.active && comeBack());
  socket.on("disconnect", (reason) => reason === "io server disconnect" && comeBack());
  return socket;
}

async function attempt(
  post: Post,
  fixes: readonly OutgoingFix[],
  { accepted, rejected }: Pick<Device, "accepted" | "rejected">,
): Promise<SendOutcome> {
  try {
    const answer = await post(fixes);
    for (const id of answer.accepted) {
      const fix = fixes.find((one) => one.id === id);
      if (fix) accepted.set(id, fix);
    }
    for (const { id, reason } of answer.rejected) rejected.set(id, reason);
    return { kind: "answered", ids: [...answer.accepted, ...answer.rejected.map(({ id }) => id)] };
  } catch (error) {
    return { kind: "failed", ...(error instanceof Refused && { retryAfterMs: error.retryAfterMs }) };
  }
}
