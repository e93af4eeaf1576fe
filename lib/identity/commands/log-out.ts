import type { z } from "zod";
import type { Work } from "@/lib/kernel/call";
import { anyone, command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { LogOutInput, SessionInput } from "../contract";
import { isOwn } from "../policy";
import { findSession, type SessionRow } from "../store/sessions";
import { lockUser } from "../store/users";
import { finishSessions, heldSession, unauthenticated } from "./open-session";

/** Ends the session of the refresh token, or the caller's. Ending twice is no error. @throws Fault `unauthenticated` */
export const logOut = command({
  name: "identity.log_out",
  fence: "platform",
  input: LogOutInput,
  evenReadOnly: true,
  load: heldSession,
  allow: anyone,
  run: (work, _input, { id, userId }) => finishSessions(work, { userId, only: id }, "logout"),
});

/** This session while it lives, its owner locked before it as a log-in does: else the two wait for each other. */
async function liveSession(work: Work, input: z.output<typeof LogOutInput>): Promise<SessionRow> {
  const held = await heldSession(work, input);
  await lockUser(work, held.userId);
  const session = await findSession(work, held.id);
  if (!session || session.endedAt || session.expiresAt <= work.now) throw unauthenticated();
  return session;
}

/** Ends every session of the one who holds this one. @throws Fault `unauthenticated`, also when this one is over */
export const logOutEverywhere = command({
  name: "identity.log_out_everywhere",
  fence: "platform",
  input: LogOutInput,
  evenReadOnly: true,
  load: liveSession,
  allow: anyone,
  run: (work, _input, { userId }) => finishSessions(work, { userId }, "logout"),
});

/** Signs one of my devices out. @throws Fault `session_not_found`, also for somebody else's */
export const endSession = command({
  name: "identity.end_session",
  fence: "platform",
  input: SessionInput,
  evenReadOnly: true,
  load: async (work, { id }) => {
    const session = await findSession(work, id);
    if (!session || session.endedAt || !isOwn(work.actor, session)) throw notFound("session");
    return session;
  },
  allow: isOwn,
  run: (work, { id }, { userId }) => finishSessions(work, { userId, only: id }, "logout"),
});
