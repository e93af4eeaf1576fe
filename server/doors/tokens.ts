import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { decode } from "next-auth/jwt";
import { Fault } from "@/lib/kernel/fault";
import { runtime } from "../runtime";
import { keptKey, type Opened, openedOnce } from "./token-memory";

export const ACCESS_SECONDS = 15 * 60;

/** One secret, one key per purpose: what signs tokens can't open cookies. */
const keyFor = (purpose: "access token" | "web session"): Uint8Array =>
  keptKey(purpose, () => new Uint8Array(hkdfSync("sha256", runtime().secret, "", `qafila ${purpose}`, 32)));

export type AccessClaims = { sub: string; sid: string };

/** A signed pass for 15 minutes: who, and in which session. What they may do is looked up at every call. */
export const signAccess = ({ sub, sid }: AccessClaims, now = new Date()): Promise<string> =>
  new SignJWT({ sid })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(sub)
    .setIssuedAt(now)
    .setExpirationTime(Math.floor(now.getTime() / 1_000) + ACCESS_SECONDS)
    .sign(keyFor("access token"));

/** The session of an access token. @throws Fault `token_expired` when only its time is over, else `unauthenticated` */
export async function sidOfAccess(token: string): Promise<string> {
  const { sid, until } = await openedOnce("access token", token, () => openAccess(token));
  if (until <= Date.now()) throw new Fault("unauthenticated", "token_expired");
  return sid;
}

async function openAccess(token: string): Promise<Opened> {
  const { payload } = await jwtVerify(token, keyFor("access token"), {
    algorithms: ["HS256"],
    requiredClaims: ["sub", "sid", "exp"],
  }).catch((error: unknown) => {
    const expired = (error as { code?: unknown }).code === "ERR_JWT_EXPIRED";
    throw new Fault("unauthenticated", expired ? "token_expired" : "unauthenticated");
  });
  return { sid: String(payload.sid), until: Number(payload.exp) * 1_000 };
}

/** next-auth takes a string. */
export const webSecret = (): string => Buffer.from(keyFor("web session")).toString("base64url");

const isSecure = () => runtime().settings.publicUrl.startsWith("https:");
/** Bound to one host by its prefix where there is TLS, and by having no domain everywhere. */
export const webCookie = () => ({ name: isSecure() ? "__Host-qafila.session" : "qafila.session", secure: isSecure() });

/** The session of a cookie header; null when it carries none of ours. @throws Fault `unauthenticated` for one we can't open */
export async function sidOfCookie(header: string | null | undefined): Promise<string | null> {
  const start = `${webCookie().name}=`;
  const found = header?.split(/;\s*/).find((part) => part.startsWith(start));
  const token = found?.slice(start.length);
  if (!token) return null;
  const { sid, until } = await openedOnce("web session", token, () => openCookie(token));
  if (until <= Date.now()) throw new Fault("unauthenticated", "unauthenticated");
  return sid;
}

async function openCookie(token: string): Promise<Opened> {
  const claims = await decode({ token, secret: webSecret() }).catch(() => null);
  if (typeof claims?.sid !== "string") throw new Fault("unauthenticated", "unauthenticated");
  return { sid: claims.sid, until: Number(claims.exp ?? 0) * 1_000 };
}
