import { randomBytes } from "node:crypto";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs, DAY, SECOND } from "@/lib/kernel/clock";
import { Fault } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import type { EndReason } from "../contract";
import { sessionEnded } from "../facts";
import { isSingleSession, mayStandAtGate, WEB_SECONDS } from "../policy";
import { REFRESH_DAYS } from "../rules";
import {
  addSession,
  addToken,
  type Ending,
  endSessions,
  findSession,
  findSessionOfToken,
  type SessionRow,
} from "../store/sessions";
import type { MembershipRow, UserRow } from "../store/users";

/** What is said to a caller who is nobody: no session, or one that has ended. */
export const unauthenticated = () => new Fault("unauthenticated", "unauthenticated");

type Device = { device?: string; gate?: boolean; provenBy?: SessionRow["provenBy"] };

/** A new session and, for the API, its first refresh token. The user's row must be locked. */
export async function openSession(
  work: Work,
  user: UserRow,
  memberships: MembershipRow[],
  { device, gate = false, provenBy = null }: Device = {},
) {
  const kind = work.via === "http" ? ("api" as const) : ("web" as const);
  const sid = newId();
  const atGate = gate && mayStandAtGate(memberships);
  await addSession(work, {
    id: sid,
    userId: user.id,
    kind,
    device: device || null,
    gate: atGate,
    provenBy,
    createdAt: work.now,
    seenAt: work.now,
    expiresAt: addMs(work.now, kind === "api" ? REFRESH_DAYS * DAY : WEB_SECONDS * SECOND),
  });
  if (!atGate) await replaceOthers(work, user, memberships, sid);
  const refreshToken = kind === "api" ? await addSecretToken(work, sid, REFRESH_DAYS * DAY) : null;
  return { sid, refreshToken };
}

/** Where one device at a time is the rule, the newest wins and the others are told why; devices at gates stay. */
export async function replaceOthers(work: Work, user: UserRow, memberships: MembershipRow[], sid: string) {
  if (!isSingleSession(memberships, user.superAdmin)) return;
  await finishSessions(work, { userId: user.id, except: sid, gates: false }, "replaced");
}

/** Plain verb: ends these sessions and says of each why, so that its sockets close. */
export async function finishSessions(work: Work, which: Ending, reason: EndReason) {
  for (const sid of await endSessions(work, which, reason)) {
    work.tell(sessionEnded, { sid, userId: which.userId, reason });
  }
}

/** 256 random bits, of which the database keeps only the hash. */
export async function addSecretToken(work: Work, sessionId: string, lifeMs: number): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await addToken(work, {
    id: newId(),
    sessionId,
    tokenHash: hashToken(token),
    createdAt: work.now,
    expiresAt: addMs(work.now, lifeMs),
  });
  return token;
}

/** The session somebody holds: by a refresh token, else the one of the call. @throws Fault `unauthenticated` */
export async function heldSession(work: Work, { refreshToken }: { refreshToken?: string }): Promise<SessionRow> {
  if (refreshToken !== undefined) {
    const session = await findSessionOfToken(work, hashToken(refreshToken));
    if (session) return session;
  } else if (isPerson(work.actor)) {
    const session = await findSession(work, work.actor.sessionId);
    if (session) return session;
  }
  throw unauthenticated();
}
