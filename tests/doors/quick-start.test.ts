import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { fenced } from "@/db/tx";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { type Live, openLive } from "../support/live";
import { scratchFolder } from "../support/scratch";
import { newWorld, type World } from "../support/world";

const PASSWORD = "the office opens at eight";
let world: World;
let live: Live;
const checkout = scratchFolder();
beforeAll(async () => {
  world = await newWorld();
  live = await openLive(world.house);
  const passwordHash = await hashPassword(PASSWORD);
  await fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.update(users).set({ passwordHash }).where(eq(users.id, world.owner.userId)),
  );
  const logIns = [{ identifier: `u-${world.owner.userId}`, password: PASSWORD }];
  mkdirSync(join(checkout.path, "data"));
  writeFileSync(join(checkout.path, "data/demo-logins.json"), JSON.stringify(logIns));
});
afterAll(async () => {
  await live.close();
  await world.close();
  checkout.remove();
});

/** What the quick start shows, as somebody would type it. */
const blocks = () =>
  [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join("\n");

describe("[R88] the quick start of docs/api.md", () => {
  it("works as it stands, from the log-in to the first message", async () => {
    const { NAME: _, PASSWORD: __, ...environment } = process.env;
    const shell = spawn("bash", ["--norc", "-euo", "pipefail", "-c", blocks()], {
      cwd: checkout.path,
      env: { ...environment, API: `${live.url}/api/v1` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { out: "", err: "" };
    shell.stdout.on("data", (text) => {
      said.out += text;
    });
    shell.stderr.on("data", (text) => {
      said.err += text;
    });
    const [code] = await once(shell, "close");
    expect({ code, err: said.err }).toEqual({ code: 0, err: "" });
    expect(said.out).toMatch(/^joined\non\n1\n/);
    expect(said.out).toContain("lat: 21.42251");
    expect(said.out).toMatch(/\d+\nI am at the gate\n$/);
  });
});
