import type { Socket } from "socket.io-client";
import { dateConsentBack } from "./consent";
import { type Member, openMember, openSocket } from "./member";
import { BEAT_MS, planDrives } from "./plan";
import { type Account, logIn, pause } from "./rest";
import { type Verdict, verify } from "./verify";

export type Options = {
  url: string;
  identifier: string;
  password: string;
  groupId: string | null;
  /** Where the running server's embedded database is. */
  dataDir: string;
  members: number;
  speed: number;
};
export type Outcome = {
  groupId: string;
  members: Member[];
  verdicts: Verdict[];
  /** What somebody who watched the group heard of the simulated people. */
  heard: { updates: number; people: number };
};
type Say = (line: string) => void;
type Group = { id: string; name: string; state: string; members: number; capacity: number; joinCode: string | null };

/** How long after the last fix the devices may need to get rid of everything. */
const PATIENCE_MS = 120_000;
const LONGEST_WALK_MS = 12 * 3_600_000;
const TOLD_EVERY_MS = 5_000;

/** Drives people through the running server, and holds what it gives back against what it acknowledged. */
export async function simulate({ members: size, speed, ...options }: Options, say: Say): Promise<Outcome> {
  const staff = await logIn(options.url, options);
  const { agency, group } = await openGroup(staff, options.groupId, size);
  say(`${size} people join “${group.name}” by its code.`);
  const { drives, lastsMs } = planDrives(size, speed, new Date());
  const place = { url: options.url, agency, groupId: group.id, joinCode: group.joinCode ?? "" };
  const members: Member[] = [];
  for (const [i, drive] of drives.entries()) members.push(await openMember(place, i, drive));
  const userIds = members.map(({ account }) => account.userId);
  await dateConsentBack(options.dataDir, group.id, userIds, new Date(Date.now() - LONGEST_WALK_MS));
  const watcher = watch(openSocket(options.url, agency, staff), group.id, new Set(userIds));
  // Registering took its time: the routes are laid again, to end when the drive ends.
  const laid = planDrives(size, speed, new Date()).drives;
  for (const [i, member] of members.entries()) member.steps = laid[i]?.steps ?? [];
  say(`Driving for ${Math.ceil(lastsMs / 1_000)} s, ${speed} times as fast as they went.`);
  await drive(members, () => watcher.heard(), say);
  await settle(members);
  const verdicts: Verdict[] = [];
  for (const member of members) verdicts.push(await verify(staff, group.id, member));
  watcher.close();
  for (const member of members) member.close();
  return { groupId: group.id, members, verdicts, heard: watcher.heard() };
}

/** The group that is named, else the running one with the most people; it gets places enough. */
async function openGroup(staff: Account, groupId: string | null, size: number) {
  const agencies = await staff.json<{ data: { agency: { slug: string } }[] }>("/agencies");
  const { data } = await staff.json<{ data: Group[] }>("/groups?state=running&limit=100");
  const found = groupId
    ? await staff.json<Group>(`/groups/${groupId}`)
    : data.toSorted((a, b) => b.members - a.members)[0];
  if (!found) throw new Error("No group is on its trip: create one whose trip runs now, or name one with --group.");
  const capacity = found.members + size;
  const group =
    capacity > found.capacity
      ? await staff.json<Group>(`/groups/${found.id}`, { method: "PATCH", body: { capacity } })
      : found;
  return { agency: agencies.data[0]?.agency.slug ?? "", group };
}

/** The same stream that the leader's map shows. */
function watch(socket: Socket, groupId: string, people: ReadonlySet<string>) {
  const seen = new Set<string>();
  let updates = 0;
  socket.on("connect", () => void socket.emit("group:watch", { groupId }));
  socket.on("position:batch", ({ positions }: { positions: { userId: string; position: unknown }[] }) => {
    for (const { userId, position } of positions) {
      if (!position || !people.has(userId)) continue;
      updates += 1;
      seen.add(userId);
    }
  });
  return { heard: () => ({ updates, people: seen.size }), close: () => socket.disconnect() };
}

async function drive(members: Member[], heard: () => Outcome["heard"], say: Say) {
  const started = Date.now();
  const next = members.map(() => 0);
  let told = started;
  while (members.some(({ steps }, i) => (next[i] ?? 0) < steps.length)) {
    const passed = Date.now() - started;
    for (const [i, { steps, report }] of members.entries()) {
      const due = steps.slice(next[i]).filter(({ dueMs }) => dueMs <= passed);
      next[i] = (next[i] ?? 0) + due.length;
      await report(due.map(({ fix }) => fix));
    }
    if (Date.now() - told >= TOLD_EVERY_MS) {
      told = Date.now();
      say(progress(members, passed, heard()));
    }
    await pause(BEAT_MS);
  }
}

function progress(members: Member[], passedMs: number, { updates, people }: Outcome["heard"]): string {
  const acknowledged = members.reduce((sum, { accepted }) => sum + accepted.size, 0);
  const waiting = members.reduce((sum, { sender }) => sum + sender.read().unsent, 0);
  return `  ${Math.round(passedMs / 1_000)} s: ${acknowledged} acknowledged, ${waiting} wait; the map heard ${updates} moves of ${people} people`;
}

/** Until every device has an answer for all it has. */
async function settle(members: Member[]) {
  const until = Date.now() + PATIENCE_MS;
  while (members.some(({ sender }) => sender.read().unsent > 0) && Date.now() < until) await pause(BEAT_MS);
}
