import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { readGpx } from "@/bench/gpx";
import { freePort, type RunningServer, startServer } from "@/bench/simulate/server";
import { backUp, restore } from "@/db/embedded/backup";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, readLogins, signIn } from "./support/logins";

type Point = { at: string | Date | null; lat: number; lng: number };
type Record_ = { groupId: string; members: { userId: string; channel: string; points: Point[] }[] };

let folder: ReturnType<typeof scratchFolder>;
let server: RunningServer;
let simulation: ChildProcess | null = null;
test.beforeAll(async () => {
  folder = scratchFolder(fleetingPlace());
  // This one is killed on purpose, so it is a backup of the house all others stand in, put into a folder of its own.
  const backup = join(folder.path, "backup");
  await backUp(house().dataDir, backup, () => undefined);
  restore(backup, dataDir(), () => undefined);
  server = await startServer(dataDir(), await freePort());
});
test.afterAll(async () => {
  simulation?.kill("SIGKILL");
  await server.stop();
  folder.remove();
});

const PEOPLE = 6;
const dataDir = () => join(folder.path, "house");
const recorded = () => join(folder.path, "recorded.json");
/** The server is killed on purpose: what a browser says about that is no finding. */
const AWAY = [/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|Failed to (load|fetch)|WebSocket connection/];

function simulate(groupId: string) {
  const own = ["--url", server.url, "--logins", join(dataDir(), "demo-logins.json"), "--group", groupId];
  const args = [...own, "--members", String(PEOPLE), "--speed", "180", "--record", recorded()];
  const child = spawn(process.execPath, ["--import", "tsx", "bench/simulate.ts", ...args]);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  simulation = child;
  return { said: () => said, ended: once(child, "exit") };
}

const acknowledged = (said: string) => Number([...said.matchAll(/(\d+) acknowledged, \d+ wait/g)].at(-1)?.[1] ?? 0);

/** Waits until one marker was in so many places, while the meeting point stayed put: the map itself did not move. */
async function seeItMove(page: Page, places: number) {
  const seen = new Map<string, Set<string>>();
  const look = async () => {
    const spots = await page
      .locator(".leaflet-qm-top-pane .qm-marker, .leaflet-qm-marks-pane .qm-marker")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform));
    const [anchor, ...others] = spots;
    for (const [place, spot] of others.entries()) {
      const key = `${anchor} ${place}`;
      seen.set(key, (seen.get(key) ?? new Set<string>()).add(spot));
    }
    return Math.max(0, ...[...seen.values()].map(({ size }) => size));
  };
  await expect.poll(look, { intervals: [200] }).toBeGreaterThanOrEqual(places);
}

async function exported(token: string, groupId: string, userId: string): Promise<string[]> {
  const path = `/api/v1/groups/${groupId}/members/${userId}/positions?format=gpx`;
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return readGpx(await response.text()).map(spell);
}
const spell = ({ at, lat, lng }: Point) => `${at instanceof Date ? at.toISOString() : at} ${lat} ${lng}`;

async function ownersToken(): Promise<string> {
  const { identifier, password } = loginOf(readLogins(dataDir()), "owner");
  const response = await fetch(`${server.url}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ identifier, password }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

test("[R62] a leader watches a group move; the server is killed and loses nothing that it acknowledged", async ({
  page,
}) => {
  listenTo(page, AWAY);
  const leader = loginOf(readLogins(dataDir()), "leader");
  await signIn(page, server.url, leader, "/a/nurani/lead/map");
  await page.waitForURL(/\/groups\/[^/]+\/map$/);
  const groupId = /groups\/([^/]+)/.exec(page.url())?.[1] ?? "";
  await expect(page.locator(".qm-marker").first()).toBeVisible();
  await inspect(page);

  const simulated = simulate(groupId);
  await expect.poll(simulated.said).toContain("Driving");
  await page.reload();
  const row = page.getByRole("button", { name: /^Siti Aminah \(1\)/ });
  await row.click();
  await seeItMove(page, 4);
  await expect.poll(() => acknowledged(simulated.said())).toBeGreaterThan(100);

  await server.kill();
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  const before = acknowledged(simulated.said());
  server = await startServer(dataDir(), server.port);
  await seeItMove(page, 4);
  await expect.poll(() => acknowledged(simulated.said())).toBeGreaterThan(before);

  const [code] = (await simulated.ended) as [number];
  expect(simulated.said()).toContain("Every acknowledged point came back, and nothing else.");
  expect(code).toBe(0);

  const record = JSON.parse(readFileSync(recorded(), "utf8")) as Record_;
  expect(new Set(record.members.map(({ channel }) => channel)).size).toBe(5);
  const token = await ownersToken();
  for (const { userId, points } of record.members) {
    expect(points.length).toBeGreaterThan(10);
    expect(await exported(token, groupId, userId)).toEqual(points.map(spell).sort());
  }
  await page.reload();
  await expect(page.getByRole("button", { name: /^Siti Aminah \(1\)/ })).not.toHaveAccessibleName(/No signal/);
  await inspect(page);
});
