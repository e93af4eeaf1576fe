import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createClient } from "redis";

export type UpstashFront = { url: string; token: string; stop(): Promise<void> };

type Answer = { result: unknown } | { error: string };
type Send = (command: string[]) => Promise<Answer>;

/** Upstash's REST over a real Redis: POST / (one command), /pipeline and /multi-exec, with a Bearer token. */
export async function startUpstashFront(redisUrl: string, token = "test-token"): Promise<UpstashFront> {
  const redis = createClient({ url: redisUrl });
  redis.on("error", () => undefined);
  await redis.connect();
  const send: Send = (command) => settle(redis.sendCommand(command));
  const multi = async (commands: string[][]): Promise<Answer[]> => {
    const batch = redis.multi();
    for (const command of commands) batch.addCommand(command);
    return (await batch.exec()).map((result) => ({ result }));
  };

  const server = createServer(async (request, response) => {
    const reply = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { error: "WRONGPASS invalid token" });
    try {
      const base64 = request.headers["upstash-encoding"] === "base64";
      const answer = await route(request, await commandsOf(request), send, multi);
      const failed = !Array.isArray(answer) && "error" in answer;
      reply(failed ? 400 : 200, base64 ? encoded(answer) : answer);
    } catch (error) {
      reply(400, { error: error instanceof Error ? error.message : String(error) });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      redis.destroy();
    },
  };
}

async function route(
  request: IncomingMessage,
  body: unknown[],
  send: Send,
  multi: (commands: string[][]) => Promise<Answer[]>,
): Promise<Answer | Answer[]> {
  const many = () => body.map((command) => (Array.isArray(command) ? command.map(String) : []));
  if (request.url === "/pipeline") return Promise.all(many().map(send));
  if (request.url === "/multi-exec") return multi(many());
  return send(body.map(String));
}

async function commandsOf(request: IncomingMessage): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
  if (!Array.isArray(body)) throw new Error("ERR the body is a list");
  return body;
}

async function settle(result: Promise<unknown>): Promise<Answer> {
  try {
    return { result: await result };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

// As Upstash does it: every string but "OK", however deep, in base64.
function encoded(value: unknown): unknown {
  if (typeof value === "string") return value === "OK" ? value : Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(encoded);
  if (value !== null && typeof value === "object" && "result" in value) return { result: encoded(value.result) };
  return value;
}
