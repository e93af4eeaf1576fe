import { createServer, type RequestListener } from "node:http";
import next from "next";
import { tellFailedStart } from "@/db/start-error";
import { type Env, env } from "./env";
import { documents } from "./http/documents";
import { front } from "./http/front";
import { listen } from "./listen";
import { type Closers, closeAll, type House, openHouse } from "./open";
import { openGateway } from "./realtime/gateway";
import { outliveReaders, say } from "./say";
import { TASKS } from "./worker/tasks";
import { openWorker } from "./worker/worker";

const DRAIN_MS = 10_000;
const waiting: RequestListener = (_request, response) =>
  void response.writeHead(503, { "retry-after": "1", "content-type": "text/plain" }).end("Qafila is starting.");

/** What was opened, to be closed in reverse; a signal may come before all of it is there. */
const opened: Closers = [];

/** Start and stop: env → port → database → runtime → pages → API and sockets → demo → worker. */
async function start() {
  const settings = env();
  const dev = settings.mode === "development";
  let handle = waiting;
  const http = createServer((request, response) => handle(request, response));
  const port = await listen(http, settings.port, settings.host, { mayMove: settings.database === null, say });
  const house = await openHouse(settings, port, opened);
  const pages = next({ dev, dir: process.cwd(), httpServer: http, hostname: settings.host, port });
  await pages.prepare();
  opened.push(() => pages.close());
  const servePage = pages.getRequestHandler();
  handle = front(documents(servePage), dev);
  const gateway = await openGateway(http);
  opened.push(gateway.close);
  if (dev) passUpgrades(http, pages);
  const isNew = await house.fill();
  opened.push(await startWorker(house, settings));
  house.greet(port, isNew);
}

async function startWorker({ runtime, ownerUrl }: House, { workerConcurrency, jobAttempts }: Env) {
  const worker = await openWorker(runtime, {
    ownerUrl,
    tasks: TASKS,
    concurrency: workerConcurrency,
    attempts: jobAttempts,
  });
  return worker.close;
}

/** Hot reload has a socket of its own; Socket.IO must not swallow it. */
function passUpgrades(http: ReturnType<typeof createServer>, pages: ReturnType<typeof next>) {
  const upgrade = pages.getUpgradeHandler();
  http.on("upgrade", (request, socket, head) => {
    if (!request.url?.startsWith("/socket.io/")) void upgrade(request, socket, head);
  });
}

let ending = false;
/** Ends with `code`, once. What was under way breaks because of it, and that is no news. */
async function end(code: number) {
  if (ending) return;
  ending = true;
  for (const trouble of ["uncaughtException", "unhandledRejection"])
    process.removeAllListeners(trouble).on(trouble, () => undefined);
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  await closeAll(opened);
  process.exit(code);
}

outliveReaders();
process.once("SIGTERM", () => void end(0));
process.once("SIGINT", () => void end(0));

start().catch((error: unknown) => {
  if (!ending) process.stderr.write(`\n${tellFailedStart(error)}\n`);
  return end(1);
});
