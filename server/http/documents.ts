import type { IncomingMessage, ServerResponse } from "node:http";
import { judgeDocument, type Verdict } from "../doors/document";
import { MISSED } from "../doors/surface";
import { runtime } from "../runtime";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** No page has this address, so Next answers it with the page for what is not there, whole and with its status. */
const NOWHERE = "/nothing/is/here";

/** Where somebody may have no business: agencies' pages and the platform's. */
const JUDGED = /^\/(a\/|admin(\/|$))/;

/** Next's pages with honest statuses: what is not there for the reader is a 404 and a sign-in a redirect, before the
 * stream begins. What the browser's router fetches goes straight on: it shows a page's state, not its status. */
export function documents(pages: Pages): Pages {
  return async (request, response) => {
    const verdict = await judge(request);
    delete request.headers[MISSED];
    if (verdict === "missed") request.headers[MISSED] = pathOf(request);
    if (verdict === "missing" || verdict === "missed") request.url = NOWHERE;
    if (typeof verdict === "string") return pages(request, response);
    response.writeHead(307, { location: verdict.redirect }).end();
  };
}

const pathOf = ({ url = "/" }: Pick<IncomingMessage, "url">) => url.split("?", 1)[0] ?? "/";

async function judge({ method, url = "/", headers }: IncomingMessage): Promise<Verdict> {
  const path = pathOf({ url });
  if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined || !JUDGED.test(path)) return "serve";
  try {
    return await judgeDocument(new Headers({ cookie: headers.cookie ?? "" }), decoded(path), url.slice(path.length));
  } catch (error) {
    // A page says better than a bare answer what went wrong; it asks the same again.
    runtime().log.warn({ err: error, path }, "a document could not be judged");
    return "serve";
  }
}

/** What can't be decoded is nobody's address, and Next says so. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
