import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { backUp, restore } from "@/db/embedded/backup";
import { fleetingPlace, scratchFolder } from "@/tests/support/scratch";
import { notes, query } from "./machine";

const scratch = scratchFolder(fleetingPlace());
const dataDir = join(scratch.path, "data");
const at = (name: string) => join(scratch.path, name);
const opened: { stop: () => Promise<void> }[] = [];
const open = async (folder: string) => {
  const database = await openEmbedded({ dataDir: folder, log: notes().log, shelter: at("shelter") });
  opened.push(database);
  return database;
};
const quietly = () => undefined;
const count = async (url: string) => Number((await query(url, "select count(*) from halves"))[0]?.count);

beforeAll(async () => {
  const { ownerUrl, stop } = await open(dataDir);
  await query(ownerUrl, "create table halves (pair int, half int, filling text)");
  await query(ownerUrl, "insert into halves select n / 2, n % 2, repeat('x', 500) from generate_series(0, 19999) n");
  mkdirSync(join(dataDir, "agency"));
  writeFileSync(join(dataDir, "agency", "proof.webp"), "a picture");
  await stop();
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
});
afterAll(scratch.remove);

/** Commits pairs without a pause until told to stop; answers how many are committed. */
function write(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const seen = { committed: 0, over: false };
  const run = async () => {
    for (let pair = 100_000; !seen.over; pair += 1) {
      await sql`insert into halves values (${pair}, 0, 'late'), (${pair}, 1, 'late')`;
      seen.committed += 2;
    }
    await sql.end();
  };
  const ended = run();
  const stop = () => {
    seen.over = true;
    return ended;
  };
  return { seen, stop };
}

describe("[R91] a backup", () => {
  it("of a database at work holds what was committed before it began, whole transactions only, and the files", async () => {
    const { ownerUrl } = await open(dataDir);
    const writer = write(ownerUrl);
    await expect.poll(() => writer.seen.committed).toBeGreaterThan(20);
    const before = writer.seen.committed;
    await backUp(dataDir, at("backup"), quietly);
    await writer.stop();

    restore(at("backup"), at("restored"), quietly, at("shelter"));
    const restored = await open(at("restored"));
    const rows = await count(restored.ownerUrl);
    expect(rows).toBeGreaterThanOrEqual(20_000 + before);
    expect(rows).toBeLessThanOrEqual(20_000 + writer.seen.committed);
    const half = "select pair from halves group by pair having count(*) <> 2 or min(half) <> 0 or max(half) <> 1";
    expect(await query(restored.ownerUrl, half)).toEqual([]);
    expect(readFileSync(join(at("restored"), "agency", "proof.webp"), "utf8")).toBe("a picture");
    await query(restored.ownerUrl, "insert into halves values (-1, 0, 'goes on'), (-1, 1, 'goes on')");
    expect(await count(ownerUrl)).toBe(20_000 + writer.seen.committed);
  });

  it("is put back by the command that the manual gives, into a folder that is not there yet", () => {
    const given = { PATH: process.env.PATH, DATA_DIR: at("by-command"), NODE_ENV: "test" as const };
    const command = ["--import", "tsx", "server/cli/backup.ts", "restore", at("backup")];
    const asked = spawnSync(process.execPath, command, { env: given });
    expect([asked.stderr.toString(), asked.status]).toEqual(["", 0]);
    expect(readFileSync(join(at("by-command"), "agency", "proof.webp"), "utf8")).toBe("a picture");
  });

  it("says what it does not hold: files that are kept in a bucket", async () => {
    await open(dataDir);
    const s3 = { FILES: "s3", S3_BUCKET: "proofs", S3_REGION: "x", S3_ACCESS_KEY_ID: "x", S3_SECRET_ACCESS_KEY: "x" };
    const given = { PATH: process.env.PATH, DATA_DIR: dataDir, NODE_ENV: "test" as const, ...s3 };
    const command = ["--import", "tsx", "server/cli/backup.ts", "backup", at("without-bucket")];
    const asked = spawnSync(process.execPath, command, { env: given });
    expect([asked.stderr.toString(), asked.status]).toEqual(["", 0]);
    expect(asked.stdout.toString()).toMatch(/Backed up .*\n.*not in it: .* the bucket proofs/);
  });

  it("holds nothing back on the server when it is over", async () => {
    const { ownerUrl } = await open(dataDir);
    await backUp(dataDir, at("again"), quietly);
    expect(await query(ownerUrl, "select slot_name from pg_replication_slots")).toEqual([]);
  });

  it("goes into a folder of its own only, and leaves nothing behind when it fails", async () => {
    await open(dataDir);
    await expect(backUp(dataDir, at("data"), quietly)).rejects.toThrow(/is there already/);
    await expect(backUp(at("nothing"), at("empty"), quietly)).rejects.toThrow(/holds no database/);
    const full = () => {
      throw new Error("the disk is full");
    };
    await expect(backUp(dataDir, at("cut"), full)).rejects.toThrow("the disk is full");
    expect(existsSync(at("cut"))).toBe(false);
  });

  it("does not go into the data folder: it would hold itself, and the next one both", async () => {
    await open(dataDir);
    symlinkSync(dataDir, at("link"));
    for (const inside of [join(dataDir, "backups", "one"), join(at("link"), "two")])
      await expect(backUp(dataDir, inside, quietly)).rejects.toThrow(/lies in the data folder/);
    expect(existsSync(join(dataDir, "backups"))).toBe(false);
  });

  it("holds files that were moved to another disk behind a link", async () => {
    await open(dataDir);
    renameSync(join(dataDir, "agency"), at("other-disk"));
    symlinkSync(at("other-disk"), join(dataDir, "agency"));
    await backUp(dataDir, at("linked"), quietly);
    restore(at("linked"), at("from-linked"), quietly, at("shelter"));
    expect(readFileSync(join(at("from-linked"), "agency", "proof.webp"), "utf8")).toBe("a picture");
  });

  it("of which a part did not come along, or came empty, when it was carried elsewhere is not restored", () => {
    const carry = (name: string, lose: (path: string) => void) => {
      cpSync(at("backup"), at(name), { recursive: true });
      lose(at(name));
      expect(() => restore(at(name), at("from-carried"), quietly, at("shelter"))).toThrow(/no complete backup/);
    };
    carry("without-files", (path) => rmSync(join(path, "files"), { recursive: true }));
    carry("without-one", (path) => rmSync(join(path, "pgdata", "global", "pg_filenode.map")));
    carry("emptied", (path) => writeFileSync(join(path, "files", "agency", "proof.webp"), ""));
    expect(existsSync(at("from-carried"))).toBe(false);
  });

  it("that was put back only in part is never opened as an empty house", async () => {
    for (const part of [1, 20]) {
      let copied = 0;
      const cut = () => {
        copied += 1;
        if (copied === part) throw new Error("the disk is full");
      };
      const place = at(`from-${part}`);
      expect(() => restore(at("backup"), place, cut, at("shelter"))).toThrow("the disk is full");
      await expect(open(place)).rejects.toThrow(/The database of this data folder is gone/);
    }
  });

  it("that was cut short is not restored, nor is any into a folder in use", () => {
    expect(() => restore(at("again"), dataDir, quietly)).toThrow(/is not empty/);
    rmSync(join(at("again"), "backup.json"));
    expect(() => restore(at("again"), at("other"), quietly)).toThrow(/no complete backup/);
    expect(existsSync(at("other"))).toBe(false);
  });
});
