import { createServer, type RequestListener } from "node:http";
import next from "next";
import { StartError } from "@/db/start-error";
import { type Env, env } from "./env";
import { documents } from "./http/documents";
import { front } from "./http/front";
import { listen } from "./listen";
import { type House, openHouse } from "./open";
import { openGateway } from "./realtime/gateway";
import { outliveReaders, say } from "./say";
import { TASKS } from "./worker/tasks";
import { openWorker } from "./worker/worker";

const DRAIN_MS = 10_000;
const waiting: RequestListener = (_request, response) =>
  void response.writeHead(503, { "retry-after": "1", "content-type": "text/plain" }).end("Qafila is starting.");

/** What was opened, to be closed in reverse; a signal may come before all of it is there. */
const opened: (() => Promise<unknown>)[] = [];

/** Start and stop: env → port → database → runtime → pages → API and sockets → worker. */
async function start() {
  const settings = env();
  const dev = settings.mode === "development";
  let handle = waiting;
  const http = createServer((request, response) => handle(request, response));
  const port = await listen(http, settings.port, settings.host, { mayMove: settings.database === null, say });
  const house = await openHouse(settings, port);
  opened.push(house.close);
  const pages = next({ dev, dir: process.cwd(), httpServer: http, hostname: settings.host, port });
  await pages.prepare();
  opened.push(() => pages.close());
  const servePage = pages.getRequestHandler();
  handle = front(documents(servePage), dev);
  const gateway = await openGateway(http);
  opened.push(gateway.close);
  if (dev) passUpgrades(http, pages);
  opened.push(await startWorker(house, settings));
  await house.greet(port);
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

async function stop() {
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  for (const close of opened.splice(0).reverse()) await close();
  process.exit(0);
}

outliveReaders();
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

start().catch((error: unknown) => {
  process.stderr.write(error instanceof StartError ? `\n${error.message}\n` : `\n${(error as Error).stack}\n`);
  process.exit(1);
});
