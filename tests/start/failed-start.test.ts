import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openEmbedded } from "@/db/embedded";
import { writeWhole } from "@/db/embedded/folder";
import { StartError, tellFailedStart } from "@/db/start-error";
import { openEnv } from "@/server/env";
import { type Closers, closeAll, openHouse } from "@/server/open";
import { keepPort, keptPort } from "@/server/port-file";
import { scratchFolder } from "@/tests/support/scratch";
import { notes, query } from "./machine";

const scratch = scratchFolder();
afterAll(scratch.remove);
const folder = (name: string) => join(scratch.path, name);
const open = (dataDir: string) => openEmbedded({ dataDir, log: notes().log });

describe("a start that fails halfway", () => {
  it("leaves no database running behind it, and the next one opens what was there", async () => {
    const dataDir = folder("halfway");
    const first = await open(dataDir);
    await query(first.ownerUrl, "create table users (in_the_way int)");
    await first.stop();
    const opened: Closers = [];
    await expect(openHouse(openEnv({ DATA_DIR: dataDir }), 1, opened)).rejects.toThrow();
    await closeAll(opened);
    const next = await open(dataDir);
    expect(next.adopted).toBe(false);
    expect(await query(next.ownerUrl, "select count(*)::int as found from users")).toEqual([{ found: 0 }]);
    await next.stop();
  });

  it("because a disk filled while it went on says that, whoever noticed, and what to do", () => {
    const system = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const database = Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
    for (const error of [system, database, new Error("Failed query: insert into positions", { cause: database })]) {
      expect(tellFailedStart(error)).toMatch(
        /^The disk is full \(.*[Nn]o space left.*\)\. Free some space .*, or set DATA_DIR to/,
      );
    }
  });

  it("while it writes what the next one needs leaves the old, never half of the new", () => {
    const file = folder("logins.json");
    writeWhole(file, "[1]");
    // Where the draft would stand nothing can be written.
    mkdirSync(`${file}.new`);
    expect(() => writeWhole(file, "[1, 2]")).toThrow();
    expect(readFileSync(file, "utf8")).toBe("[1]");
  });

  it("for a reason a person can put right shows that alone, anything else with its place", () => {
    expect(tellFailedStart(new StartError("The port is taken."))).toBe("The port is taken.");
    expect(tellFailedStart(new Error("a mistake of ours"))).toMatch(/a mistake of ours\n.*failed-start\.test/);
  });
});

describe("the commands beside a program", () => {
  it("look at a database that was never made without making anything", () => {
    const dataDir = folder("never");
    const given = { PATH: process.env.PATH, DATA_DIR: dataDir, NODE_ENV: "test" as const };
    const asked = spawnSync(process.execPath, ["--import", "tsx", "server/cli/database.ts", "status"], { env: given });
    expect(asked.stderr.toString()).toContain("No database is running");
    expect(asked.status).toBe(1);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe("the port a program got", () => {
  it("is known to the commands beside it, until the next start took another", () => {
    expect(keptPort(scratch.path)).toBeNull();
    keepPort(scratch.path, 3001);
    expect(keptPort(scratch.path)).toBe(3001);
    keepPort(scratch.path, 3000);
    expect(keptPort(scratch.path)).toBe(3000);
  });
});
