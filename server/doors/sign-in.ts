import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { logInByCode } from "@/lib/identity/commands/codes";
import { signInByHandOver } from "@/lib/identity/commands/hand-over";
import { logIn, signInByLink } from "@/lib/identity/commands/log-in";
import { logOut } from "@/lib/identity/commands/log-out";
import { WEB_SECONDS } from "@/lib/identity/policy";
import type { Call } from "@/lib/kernel/call";
import { runtime } from "../runtime";
import { refusal, requestIdOf } from "./answer";
import { openCall } from "./call";
import { limitCall } from "./rate-limit";
import { identify, personOf } from "./session";
import { standingOf } from "./session-memory";
import { webCookie, webSecret } from "./tokens";

type Request_ = { headers?: Record<string, string> };
type Enter = (call: Call) => Promise<{ sid: string }>;

/** What next-auth needs: our commands decide, the cookie carries only the session's id. */
export function authOptions(): NextAuthOptions {
  const { name, secure } = webCookie();
  return {
    secret: webSecret(),
    session: { strategy: "jwt", maxAge: WEB_SECONDS },
    useSecureCookies: secure,
    // No domain: a cookie of one host is never sent to another.
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [password(), code(), link(), handOver()],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => leave(token.sid) },
    logger: {
      error: (code) => runtime().log.error({ code }, "next-auth"),
      warn: (code) => runtime().log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

const password = () =>
  Credentials({
    id: "credentials",
    credentials: { identifier: {}, password: {} },
    authorize: (given, request) => {
      const input = { identifier: given?.identifier ?? "", password: given?.password ?? "" };
      return enter(request, input.identifier, (call) => logIn(call, { ...input, device: deviceOf(request) }));
    },
  });

/** Six digits that were sent to a phone or an e-mail address. */
const code = () =>
  Credentials({
    id: "code",
    credentials: { identifier: {}, code: {}, name: {} },
    authorize: (given, request) => {
      const input = { identifier: given?.identifier ?? "", code: given?.code ?? "" };
      const name = given?.name?.trim() || undefined;
      return enter(request, input.identifier, (call) =>
        logInByCode(call, { ...input, name, device: deviceOf(request) }),
      );
    },
  });

/** The session of another host of ours, by its pass. */
const handOver = () =>
  Credentials({
    id: "handover",
    credentials: { token: {} },
    authorize: (given, request) => {
      const token = given?.token ?? "";
      return enter(request, token, (call) => signInByHandOver(call, { token }));
    },
  });

/** The single-use link of `npm run admin`. */
const link = () =>
  Credentials({
    id: "link",
    credentials: { token: {} },
    authorize: (given, request) => {
      const token = given?.token ?? "";
      return enter(request, token, (call) => signInByLink(call, { token }));
    },
  });

const headersOf = ({ headers }: Request_) => new Headers(headers);
const deviceOf = (request: Request_) => headersOf(request).get("user-agent")?.slice(0, 120) ?? "";

/** next-auth hands only the error's message on: it is the code of our refusal. */
async function enter(request: Request_, identifier: string, use: Enter): Promise<{ id: string }> {
  const headers = headersOf(request);
  const requestId = requestIdOf(headers);
  try {
    const visitor = await identify(headers, "action", { anonymous: true });
    const counted = await limitCall("login", headers, visitor.actor, { identifier }, new Headers());
    const { sid } = await use(openCall({ ...visitor, requestId, via: "action" }));
    await counted.settle(true);
    return { id: sid };
  } catch (error) {
    throw new Error(refusal(error, "en", requestId).error);
  }
}

async function leave(sid: unknown) {
  const standing = typeof sid === "string" ? await standingOf(sid, true) : null;
  if (!standing || standing.ended) return;
  await logOut(openCall({ actor: personOf(standing), agencyId: null, via: "action" }), {});
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** All our ways in are sent for; next-auth answers a look at their address as if we had broken. */
const isLook = ({ method }: Request, [action]: string[]) => method === "GET" && action === "callback";

/** Both methods of /api/auth/*; the options are made per request because the runtime opens after this module loads. */
export async function serveAuth(request: Request, context: Context): Promise<Response> {
  if (isLook(request, (await context.params).nextauth))
    return new Response(null, { status: 405, headers: { allow: "POST" } });
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>;
}
