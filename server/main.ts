import { createServer, type RequestListener } from "node:http";
import next from "next";
import { StartError } from "@/db/start-error";
import { env } from "./env";
import { front } from "./http/front";
import { listen } from "./listen";
import { openHouse, say } from "./open";
import { openGateway } from "./realtime/gateway";
import { TASKS } from "./worker/tasks";
import { openWorker } from "./worker/worker";

const DRAIN_MS = 10_000;
const waiting: RequestListener = (_request, response) =>
  void response.writeHead(503, { "retry-after": "1", "content-type": "text/plain" }).end("Qafila is starting.");

/** Start and stop: env → port → database → runtime → pages → API and sockets → worker. */
async function start() {
  const settings = env();
  const dev = settings.mode === "development";
  let handle = waiting;
  const http = createServer((request, response) => handle(request, response));
  const port = await listen(http, settings.port, settings.host, { mayMove: settings.demo, say });
  const house = await openHouse(settings, port);
  const pages = next({ dev, dir: process.cwd(), httpServer: http, hostname: settings.host, port });
  await pages.prepare();
  const servePage = pages.getRequestHandler();
  handle = front((request, response) => servePage(request, response), dev);
  const gateway = await openGateway(http);
  if (dev) passUpgrades(http, pages);
  const worker = await openWorker(house.runtime, {
    ownerUrl: house.ownerUrl,
    tasks: TASKS,
    concurrency: settings.workerConcurrency,
    attempts: settings.jobAttempts,
  });
  await house.greet(port);
  stopOnSignal(async () => {
    http.close();
    await gateway.close();
    await worker.close();
    await pages.close();
    await house.close();
  });
}

/** Hot reload has a socket of its own; Socket.IO must not swallow it. */
function passUpgrades(http: ReturnType<typeof createServer>, pages: ReturnType<typeof next>) {
  const upgrade = pages.getUpgradeHandler();
  http.on("upgrade", (request, socket, head) => {
    if (!request.url?.startsWith("/socket.io/")) void upgrade(request, socket, head);
  });
}

function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

start().catch((error: unknown) => {
  process.stderr.write(error instanceof StartError ? `\n${error.message}\n` : `\n${(error as Error).stack}\n`);
  process.exit(1);
});
