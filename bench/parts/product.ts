import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { signAccess } from "@/server/doors/tokens";
import { env } from "@/server/env";
import { front } from "@/server/http/front";
import { openHouse } from "@/server/open";
import { openGateway } from "@/server/realtime/gateway";
import { answer } from "../tools/part";

// The whole product but for its pages and its worker: the same house, front, API and gateway as server/main.ts opens.

const noPages = async (_request: unknown, response: { writeHead: (status: number) => { end: () => void } }) =>
  void response.writeHead(404).end();

async function serve(): Promise<number> {
  const http = createServer();
  await openHouse(env(), 0);
  http.on("request", front(noPages as never, false));
  await openGateway(http);
  await new Promise<void>((settle) => http.listen(0, "127.0.0.1", settle));
  return (http.address() as AddressInfo).port;
}

/** Access tokens for sessions that exist. */
const tokens = (people: { userId: string; sid: string }[]) =>
  Promise.all(people.map(({ userId, sid }) => signAccess({ sub: userId, sid })));

answer({ serve, tokens });
