import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, onTestFinished } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { findBinaries, installedPackage } from "@/db/embedded/binaries";
import { createCluster, demandSpace } from "@/db/embedded/cluster";
import { takeLock } from "@/db/embedded/lock";
import { scratchFolder } from "@/tests/support/scratch";
import { homeOf, killHard, notes, openElsewhere, query } from "./machine";

const scratch = scratchFolder();
const folder = (name: string) => join(scratch.path, name);
const isRoot = process.getuid?.() === 0;
const opened: { stop: () => Promise<void> }[] = [];
const open = async (dataDir: string, shelter?: string) => {
  const database = await openEmbedded({ dataDir, log: notes().log, shelter });
  opened.push(database);
  return database;
};
const stopAll = async () => {
  for (const database of opened.splice(0)) await database.stop();
};
afterEach(stopAll);
afterAll(scratch.remove);

/** A small disk of its own. */
function smallDisk(name: string, options: string): { path: string; remove: () => void } {
  const path = folder(name);
  mkdirSync(path);
  execFileSync("mount", ["-t", "tmpfs", "-o", `mode=0711,${options}`, "tmpfs", path], { stdio: "pipe" });
  return { path, remove: () => void execFileSync("umount", [path]) };
}

/** Whether this machine lets us mount one: root does not suffice in a container. */
function canMount(): boolean {
  try {
    smallDisk("first", "size=1m").remove();
    return true;
  } catch {
    return false;
  }
}

describe("a data folder that cannot be written", () => {
  it("is named, with the reason and the way out", async () => {
    writeFileSync(folder("file"), "");
    const path = join(folder("file"), "data");
    await expect(open(path)).rejects.toThrow(
      `The data folder cannot be written: ${path}: a part of the path is a file, not a folder. Make the folder writable for this user, or set DATA_DIR to another folder.`,
    );
  });

  it("is named when its owner forbids writing, even to root", async () => {
    const path = isRoot ? "/sys/qafila" : folder("closed");
    if (!isRoot) mkdirSync(path, { mode: 0o500 });
    await expect(open(path)).rejects.toThrow(
      /^The data folder cannot be written: .*(not permitted|permission was denied)/,
    );
  });
});

describe("a full disk", () => {
  it("is refused before anything is made", () => {
    expect(() => demandSpace(scratch.path, 1e12)).toThrow(
      /^The disk is full: .* MB free, \d+ MB needed\)\. Free some space, or set DATA_DIR/,
    );
  });

  it("is named when it fills while the database is being made, and the next try starts clean", async () => {
    const home = folder("home");
    mkdirSync(home, { mode: 0o711 });
    const script = folder("initdb");
    writeFileSync(script, "#!/bin/sh\necho 'initdb: error: could not write: No space left on device' >&2\nexit 1\n");
    chmodSync(script, 0o755);
    await expect(createCluster(home, script, null, "secret")).rejects.toThrow(/^The disk is full: .*initdb ran out/);
    expect(existsSync(join(home, "pgdata"))).toBe(false);
    expect(existsSync(join(home, "pgdata.new"))).toBe(false);
  });

  if (canMount()) {
    it("of few megabytes is refused", async () => {
      const disk = smallDisk("tiny", "size=8m");
      onTestFinished(disk.remove);
      await expect(open(join(disk.path, "data"))).rejects.toThrow(/^The disk is full: .*\(7 MB free, 200 MB needed\)/);
    });

    it("is named when there is no room for more files, and the next try with room succeeds", async () => {
      const disk = smallDisk("crowded", "size=400m,nr_inodes=300");
      onTestFinished(() => stopAll().then(disk.remove));
      const dataDir = join(disk.path, "data");
      await expect(open(dataDir)).rejects.toThrow(/^The disk is full: .*initdb ran out/);
      execFileSync("mount", ["-o", "remount,nr_inodes=100000", disk.path]);
      expect(await query((await open(dataDir)).ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
      await stopAll();
      spawnSync("dd", ["if=/dev/zero", `of=${join(disk.path, "filler")}`, "bs=1M"]);
      await expect(open(dataDir)).rejects.toThrow(/disk is full\. Free some space/);
    });
  }
});

describe("a damaged folder", () => {
  it("is refused with what is wrong, and opens again once it is put right", async () => {
    const dataDir = folder("damaged");
    await open(dataDir);
    await stopAll();
    const pgdata = join(homeOf(dataDir), "pgdata");
    const hide = async (path: string, message: RegExp) => {
      execFileSync("mv", [path, `${path}.away`]);
      await expect(open(dataDir)).rejects.toThrow(message);
      execFileSync("mv", [`${path}.away`, path]);
    };
    await hide(join(pgdata, "PG_VERSION"), /is damaged: PG_VERSION is missing\. Restore a backup/);
    await hide(join(pgdata, "global"), /cannot be opened: .*postgres\.log; restore a backup/);
    await hide(pgdata, /is gone/);
    await hide(join(dataDir, "database.json"), /database\.json is missing/);
    writeFileSync(join(pgdata, "PG_VERSION"), "17\n");
    await expect(open(dataDir)).rejects.toThrow(/was made by PostgreSQL 17, this is 18/);
    writeFileSync(join(pgdata, "PG_VERSION"), "18\n");
    expect(await query((await open(dataDir)).ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("without readable passwords is refused", async () => {
    const dataDir = folder("garbled");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "database.json"), "{ half");
    await expect(open(dataDir)).rejects.toThrow(/database\.json is damaged/);
  });
});

describe("the lock of the data folder", () => {
  it("is not held by a stranger who got the dead program's process number", () => {
    const path = folder("a.lock");
    writeFileSync(path, `${process.pid} born long ago`);
    const release = takeLock(path, "here");
    expect(() => takeLock(path, "here")).toThrow(/Another Qafila/);
    release();
    takeLock(path, "here")();
    expect(existsSync(path)).toBe(false);
  });
});

describe("a machine we have no PostgreSQL for", () => {
  it("is told to bring its own", () => {
    expect(() => installedPackage("sunos-sparc")).toThrow(/no built-in .*sunos-sparc.*DATABASE_URL/);
  });
});

// Only root meets this: PostgreSQL runs as another user, who cannot look below root's home.
if (isRoot) {
  describe("below a home with mode 0700, as root", () => {
    it("the database and its program live outside, and are found again", async () => {
      const home = mkdtempSync("/root/qafila-");
      onTestFinished(() => rmSync(home, { recursive: true, force: true }));
      const dataDir = join(home, "data");
      const shelter = folder("var-lib-qafila");
      const first = await openElsewhere(dataDir, shelter);
      expect(homeOf(dataDir)).toMatch(new RegExp(`^${shelter}/[0-9a-f]{12}$`));
      await query(first.said.ownerUrl ?? "", "create table kept (a int)");
      await killHard(first.child);
      const second = await open(dataDir, shelter);
      expect(second.adopted).toBe(true);
      expect(await query(second.ownerUrl, "select * from kept")).toEqual([]);
      await stopAll();
    });

    it("a copy of the program is made where its user can reach it, and used twice", () => {
      const shelter = folder("var-lib-copy");
      const stranger = { uid: 65534, gid: 65534 };
      const wall = folder("wall");
      mkdirSync(wall, { mode: 0o700 });
      execFileSync("cp", ["-a", installedPackage(), join(wall, "package")]);
      rmSync(join(wall, "package", "native", "lib", "libicuuc.so.60"));
      const find = () => findBinaries(stranger, shelter, join(wall, "package"));
      const copied = find();
      expect(copied.postgres.startsWith(shelter)).toBe(true);
      const version = () => execFileSync(copied.postgres, ["--version"], { encoding: "utf8", ...stranger, cwd: "/" });
      expect(version()).toMatch(/PostgreSQL\) 18/);
      expect(find()).toEqual(copied);
    });
  });
}
