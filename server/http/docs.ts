import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const FOLDER = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

const ASSETS: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
};

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Qafila API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`;

const START = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });`;
/** The library styles its own elements at run time; nothing here comes from outside or from people. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The browsable API document, from files shipped with the library: no request leaves the house. */
export async function docs(file: string | undefined): Promise<Response> {
  if (!file)
    return new Response(PAGE, {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
    });
  if (file === "start.js")
    return new Response(START, { headers: { "content-type": "text/javascript; charset=utf-8" } });
  const type = ASSETS[file];
  if (!type) return new Response(null, { status: 404 });
  const body = await readFile(join(FOLDER, file));
  return new Response(body, { headers: { "content-type": type, "cache-control": "public, max-age=86400" } });
}
