import type { z } from "zod";
import { matchLocale } from "@/lib/i18n/locales";
import type { Operation } from "@/lib/kernel/command";
import { answerJson, refuse, requestIdOf } from "./answer";
import { BODY_LIMIT, LARGE_LIMIT, readInput } from "./body";
import { openCall } from "./call";
import { agencyOfCode, agencyOfPath, type Naming } from "./directory";
import { onceFound, onceOf } from "./idempotency";
import { type Counting, countBad, limitCall } from "./rate-limit";
import { type Identity, identify, signInFirst } from "./session";

type Context = { params: Promise<Record<string, string>> };

/** Shapes by content type. */
export type Media = Record<string, z.ZodType>;

export type EndpointOptions<R> = {
  summary: string;
  /** The answer's shape; absent for 204. */
  output?: z.ZodType;
  status?: number;
  /** The agency is the one whose join code, tracker token or invitation is in the input, or whose id is in a path of the
   * platform, not the caller's own. */
  agency?: Naming | "path";
  counting?: Counting;
  /** The answer carries a secret that is shown once: it is never kept for an Idempotency-Key. */
  secret?: boolean;
  /** Cookies and tokens are not looked at: signing in must work beside a session that is over. */
  anonymous?: boolean;
  /** The body may have the size of a map pack. */
  large?: boolean;
  /** Reads the input where the body is somebody else's protocol, and what that looks like for the document. */
  read?: (request: Request, params: Record<string, string>) => Promise<unknown>;
  asks?: { query?: z.ZodObject; body?: Media };
  /** Writes the answer where it is no JSON: exports, tracker protocols. Null leaves it to the endpoint. */
  respond?: (result: R) => Response | null;
  answers?: Media;
};

export type Endpoint = ((request: Request, context: Context) => Promise<Response>) & {
  operation: {
    id: string;
    kind: "command" | "query";
    input: z.ZodType;
    /** Nobody need be signed in. */
    open: boolean;
    options: EndpointOptions<never>;
  };
};

const rethrow = (error: unknown): never => {
  throw error;
};

/** Request id and limits stand on every answer, whoever wrote it. */
function addHeaders(response: Response, out: Headers): Response {
  for (const [name, value] of out) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

type Asked = { request: Request; params: Record<string, string>; requestId: string; locale: string; out: Headers };
type Who = Pick<Identity, "actor" | "agencyId" | "readOnly" | "noAgency">;

/** Who calls and what for, counted. `device`: the agency of a tracker token that is ours. */
async function receive<R>(options: EndpointOptions<R>, { request, params, out }: Asked) {
  const input = options.read?.(request, params) ?? readInput(request, params, options.large ? LARGE_LIMIT : BODY_LIMIT);
  input.catch(() => undefined);
  const asNobody = countBad(request.headers, out);
  const caller = await identify(request.headers, "http", { anonymous: options.anonymous }).catch(asNobody);
  const unread = await input.catch(() => null);
  const tracked = options.agency === "tracker" && unread !== null;
  const device = tracked ? await agencyOfCode("tracker", unread).catch(asNobody) : null;
  const counted = await limitCall(options.counting ?? "call", request.headers, caller.actor, unread, out);
  return { caller, device, counted, body: input };
}

/** Turns a command or query into a web-standard route handler; both roads serve it (ARCHITECTURE 6). */
export function endpoint<I extends z.ZodType, R>(use: Operation<I, R>, options: EndpointOptions<R>): Endpoint {
  const { name, kind, input, fence, open: isOpen } = use.operation;
  const { agency } = options;
  const serve = async (asked: Asked) => {
    const { request, requestId, locale, out } = asked;
    const { caller, device, counted, body } = await receive(options, asked);
    const needsPerson = caller.actor.kind === "nobody" && !options.anonymous && !agency;
    const refuseFor = needsPerson ? signInFirst(isOpen) : rethrow;
    const given = await body.catch(refuseFor);
    const once = options.secret ? undefined : onceOf(request, given, options.output);
    const open = ({ actor, agencyId, readOnly, noAgency }: Who) =>
      openCall({ actor, agencyId, readOnly, noAgency, locale, requestId, via: "http", once });
    const outside = () => open({ ...caller, agencyId: null });
    const find = async () => (agency === "path" ? agencyOfPath(caller.actor, given) : agencyOfCode(agency!, given));
    const named = agency && !device ? await onceFound(outside(), name, find) : device;
    const identity = named ? await caller.within(named) : caller;
    if (fence === "agency" && !identity.agencyId && identity.noAgency) throw identity.noAgency;
    const result = await use(open(identity), given as z.input<I>).catch(refuseFor);
    await counted.settle(true);
    const own = options.respond?.(result);
    return own ? addHeaders(own, out) : answerJson(result, options, request, out);
  };

  const handle = async (request: Request, context: Context): Promise<Response> => {
    const requestId = requestIdOf(request.headers);
    const locale = matchLocale(request.headers.get("accept-language")) ?? "en";
    const out = new Headers({ "x-request-id": requestId, "cache-control": "private, no-cache" });
    try {
      return await serve({ request, params: await context.params, requestId, locale, out });
    } catch (error) {
      return refuse(error, locale, requestId, out);
    }
  };
  return Object.assign(handle, {
    operation: { id: name, kind, input, open: isOpen, options: options as EndpointOptions<never> },
  });
}
