import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { encode } from "next-auth/jwt";
import { webCookie, webSecret } from "@/server/doors/tokens";
import { env } from "@/server/env";
import { documents } from "@/server/http/documents";
import { front } from "@/server/http/front";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";

// Next as the product runs it, and beside it a second way in where Next answers everything, the API included.

type People = { userId: string; sid: string }[];

async function listen(handle: RequestListener): Promise<number> {
  const http = createServer(handle);
  await new Promise<void>((settle) => http.listen(0, "127.0.0.1", settle));
  return (http.address() as AddressInfo).port;
}

async function prepare(dir: string) {
  const pages = next({ dev: false, dir, hostname: "127.0.0.1", port: 3000 });
  await pages.prepare();
  return pages.getRequestHandler();
}

/** The product: `port` as people use it, `nextPort` with our own road taken away. */
async function serve() {
  await openHouse(env(), 0);
  const pages = await prepare(process.cwd());
  const port = await listen(front(documents(pages), false));
  return { port, nextPort: await listen((request, response) => void pages(request, response)) };
}

/** Any other built Next application. */
const serveOnly = async (dir: string) => {
  const pages = await prepare(dir);
  return listen((request, response) => void pages(request, response));
};

const cookies = (people: People) =>
  Promise.all(
    people.map(async ({ sid }) => `${webCookie().name}=${await encode({ token: { sid }, secret: webSecret() })}`),
  );

answer({ serve, serveOnly, cookies });
