import { z } from "zod";
import { fact } from "@/lib/kernel/fact";
import { END_REASONS } from "./contract";

/** A session is over. Doors forget it and its sockets are told and closed (server/doors/session-memory.ts). */
export const sessionEnded = fact({
  name: "identity.session_ended",
  payload: z.object({ sid: z.uuid(), userId: z.uuid(), reason: z.enum(END_REASONS) }),
  audience: () => [],
});

/** A code or link waits to be sent. Only its name: what it says is derived by who sends it. */
export const codeIssued = fact({
  name: "identity.code_issued",
  payload: z.object({ codeId: z.uuid() }),
  audience: () => [],
});

/** Nobody shows this picture any more. */
export const avatarDropped = fact({
  name: "identity.avatar_dropped",
  payload: z.object({ userId: z.uuid(), avatar: z.uuid() }),
  audience: () => [],
});
