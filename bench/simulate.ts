import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { keptPort } from "@/server/port-file";
import { type Outcome, simulate } from "./simulate/run";
import { freePort, openFolder, startServer } from "./simulate/server";
import { isFaithful, type Verdict } from "./simulate/verify";

const HELP = `npm run simulate -- [options]
  Drives a group through real clients: sockets, REST, OwnTracks, OsmAnd and Traccar bodies; then exports every
  member's history as GPX and compares. Ends with 1 when a point is missing or too many.

  --url <address>      the running server (the one on the data folder, else http://localhost:3000)
  --own                start one for this run, in a folder of its own (needs npm run build)
  --members <n>        people (8)
  --speed <n>          times as fast as the routes were walked (60)
  --group <id>         the group they join; else the largest on its trip
  --logins <file>      the demo's log-ins (data/demo-logins.json)
  --identifier, --password   an owner's or admin's log-in instead of the demo's
  --record <file>      writes what was acknowledged, as JSON
`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    own: { type: "boolean", default: false },
    members: { type: "string", default: "8" },
    speed: { type: "string", default: "60" },
    group: { type: "string" },
    logins: { type: "string", default: join(process.env.DATA_DIR ?? "data", "demo-logins.json") },
    identifier: { type: "string" },
    password: { type: "string" },
    record: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const addressOf = (dataDir: string) => `http://localhost:${keptPort(dataDir) ?? 3000}`;

function credentials(file: string) {
  const { identifier, password } = values;
  if (identifier && password) return { identifier, password };
  if (!existsSync(file)) throw new Error(`${file} is not there. Name a log-in with --identifier and --password.`);
  const logins = JSON.parse(readFileSync(file, "utf8")) as { role: string; identifier: string; password: string }[];
  const owner = logins.find(({ role }) => role === "owner");
  if (!owner) throw new Error(`${file} holds no owner's log-in.`);
  return { identifier: owner.identifier, password: owner.password };
}

function lineOf({ name, channel, route, sent, accepted, exported, rejected, lost, surplus, unsent }: Verdict) {
  const refused = Object.entries(rejected).map(([reason, count]) => `${count} ${reason}`);
  const wrong = [
    lost.length > 0 && `${lost.length} LOST, first ${lost[0]}`,
    surplus.length > 0 && `${surplus.length} TOO MANY, first ${surplus[0]}`,
    unsent > 0 && `${unsent} UNSENT`,
  ].filter(Boolean);
  const counts = `${sent} sent, ${accepted} acknowledged, ${exported} given back`;
  return `  ${channel.padEnd(9)} ${route.padEnd(24)} ${counts}${refused.length ? `, refused: ${refused.join(", ")}` : ""}${
    wrong.length ? `  ${wrong.join("; ")}` : ""
  }  ${name}`;
}

function record(file: string, { groupId, members }: Outcome) {
  const people = members.map(({ account, channel, accepted }) => ({
    userId: account.userId,
    name: account.name,
    channel,
    points: [...accepted.values()].map(({ at, lat, lng }) => ({ at, lat, lng })),
  }));
  writeFileSync(file, JSON.stringify({ groupId, members: people }));
}

async function run(url: string, logins: string): Promise<boolean> {
  const { members, speed, group, record: file } = values;
  const options = {
    url,
    dataDir: dirname(logins),
    groupId: group ?? null,
    members: Number(members),
    speed: Number(speed),
  };
  if (!(options.members >= 1 && options.speed >= 1)) throw new Error("--members and --speed are numbers from 1.");
  const outcome = await simulate({ ...options, ...credentials(logins) }, say);
  for (const verdict of outcome.verdicts) say(lineOf(verdict));
  if (file) record(file, outcome);
  const { updates, people } = outcome.heard;
  say(`The group's stream told ${updates} moves of ${people} of ${outcome.members.length} people.`);
  const faithful = outcome.verdicts.every(isFaithful) && people === outcome.members.length;
  say(
    faithful ? "Every acknowledged point came back, and nothing else." : "What came back is NOT what was acknowledged.",
  );
  return faithful;
}

async function runOwn(): Promise<boolean> {
  const folder = openFolder();
  say("Starting a server for this run…");
  const server = await startServer(folder.path, await freePort());
  try {
    return await run(server.url, join(folder.path, "demo-logins.json"));
  } finally {
    await server.stop();
    folder.remove();
  }
}

async function main(): Promise<number> {
  if (values.help) {
    say(HELP);
    return 0;
  }
  try {
    return (values.own ? await runOwn() : await run(values.url ?? addressOf(dirname(values.logins)), values.logins))
      ? 0
      : 1;
  } catch (error) {
    say(`The simulation could not be run: ${(error as Error).message}`);
    return 1;
  }
}

process.exit(await main());
