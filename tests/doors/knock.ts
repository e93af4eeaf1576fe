import { request as ask, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { front } from "@/server/http/front";
import { openRuntime, type Runtime, type Settings } from "@/server/runtime";

export type Seen = { url: string; headers: Record<string, string | string[] | undefined> };
type Knock = { method?: string; headers?: Record<string, string>; host?: string; body?: string };
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Our whole front on a free port, with a page that only writes down who came. */
export async function openFront(house: Runtime, settings: Partial<Settings> = {}) {
  openRuntime({ ...house, settings: { ...house.settings, publicUrl: "http://qafila.app", ...settings } });
  const seen: Seen[] = [];
  const listener = front(async (request, response) => {
    seen.push({ url: request.url ?? "", headers: request.headers });
    response.end("a page");
  }, false);
  const http = createServer(listener);
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const { port } = http.address() as AddressInfo;

  const knock = (path: string, { method = "GET", headers = {}, host = "qafila.app", body }: Knock = {}) =>
    new Promise<Answer>((done, failed) => {
      const sent = ask({ port, path, method, headers: { host, ...headers }, agent: false }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.on("error", failed);
      sent.end(body);
    });
  /** Bytes as they are, for what no client library would send. */
  const shout = (text: string) =>
    new Promise<string>((done, failed) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => socket.end(text));
      socket.on("data", (chunk) => {
        heard += chunk.toString();
      });
      socket.on("close", () => done(heard));
      socket.on("error", failed);
    });
  return {
    knock,
    shout,
    seen,
    close: () =>
      new Promise<void>((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
}
export type Front = Awaited<ReturnType<typeof openFront>>;
