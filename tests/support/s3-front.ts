import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export const s3Access = { bucket: "qafila-test", region: "eu-test-1", accessKeyId: "KEY", secretAccessKey: "SECRET" };

type Stored = { bytes: Buffer; type: string };

/** The four S3 calls we use, on a map, path-style; a call whose signature (version 4) is wrong is refused. */
export async function startS3() {
  const objects = new Map<string, Stored>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (!signedRight(request)) return response.writeHead(403).end();
    const key = decodeURIComponent(new URL(request.url ?? "/", "http://s3").pathname).replace(
      `/${s3Access.bucket}/`,
      "",
    );
    const stored = objects.get(key);
    if (request.method === "PUT") {
      objects.set(key, { bytes: Buffer.concat(chunks), type: request.headers["content-type"] ?? "" });
      response.writeHead(200).end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (!stored)
      response.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
    else {
      response.writeHead(200, { "content-type": stored.type, "content-length": stored.bytes.length });
      response.end(request.method === "HEAD" ? undefined : stored.bytes);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    options: { ...s3Access, endpoint: `http://127.0.0.1:${port}` },
    objects,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function signedRight(request: IncomingMessage): boolean {
  const parts = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(request.headers.authorization ?? "");
  const [, credential = "", names = "", signature] = parts ?? [];
  const scope = credential.split("/").slice(1);
  const url = new URL(request.url ?? "/", "http://s3");
  const lines = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const query = [...url.searchParams]
    .map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
    .sort()
    .join("&");
  const body = String(request.headers["x-amz-content-sha256"]);
  const canonical = [request.method, url.pathname, query, lines.join(""), names, body].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope.join("/"), hash].join("\n");
  const sign = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
  return (
    signature === sign(scope.reduce<string | Buffer>(sign, `AWS4${s3Access.secretAccessKey}`), text).toString("hex")
  );
}
