import fs, { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { backUp, restore } from "@/db/embedded/backup";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";
import { homeOf, notes } from "./machine";

/** What was put on the disk itself: a power cut takes everything else. */
const onDisk = new Set<number>();
const { fsyncSync } = fs;
/** Whoever has the function by its name already, from another file's tests, gets this one too. */
function watch(instead: typeof fsyncSync) {
  fs.fsyncSync = instead;
  syncBuiltinESMExports();
}
beforeAll(() =>
  watch((file) => {
    fsyncSync(file);
    onDisk.add(fs.fstatSync(file).ino);
  }),
);
afterAll(() => watch(fsyncSync));

const scratch = scratchFolder(fleetingPlace());
afterAll(scratch.remove);
const at = (name: string) => join(scratch.path, name);

/** Files and folders of a place that a power cut could still take. The seal is written last, and asks for it itself. */
const atRisk = (place: string) =>
  [place, ...readdirSync(place, { recursive: true }).map((path) => join(place, String(path)))].filter(
    (path) => !path.endsWith("/backup.json") && !onDisk.has(statSync(path).ino),
  );

it("[R91] a backup that is said to be made, and a house that is said to be put back, outlive a power cut", async () => {
  const log = notes().log;
  const { stop } = await openEmbedded({ dataDir: at("data"), log, shelter: at("shelter") });
  mkdirSync(join(at("data"), "agency"));
  writeFileSync(join(at("data"), "agency", "proof.webp"), "a picture");
  await backUp(at("data"), at("backup"), () => undefined);
  await stop();
  expect(atRisk(at("backup"))).toEqual([]);
  restore(at("backup"), at("restored"), () => undefined, at("shelter"));
  expect(atRisk(at("restored"))).toEqual([]);
  expect(atRisk(homeOf(at("restored")))).toEqual([]);
});
