import { addMs, DAY } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { RefreshInput } from "../contract";
import { REFRESH_DAYS } from "../rules";
import { lockToken, spendToken, touchSession } from "../store/sessions";
import { addSecretToken, finishSessions, unauthenticated } from "./open-session";

type Fresh = { sid: string; userId: string; refreshToken: string };

/** The token rows are the record. Null says that an old token was used: that must be committed, so it is no refusal yet. */
const rotate = command({
  name: "identity.refresh",
  fence: "platform",
  input: RefreshInput,
  audit: "itself",
  evenReadOnly: true,
  load: async (work, { refreshToken }) => {
    const found = await lockToken(work, hashToken(refreshToken));
    if (found?.session.kind !== "api") throw unauthenticated();
    return found;
  },
  allow: anyone,
  run: async (work, _input, { token, session }): Promise<Fresh | null> => {
    const { id: sid, userId } = session;
    if (session.endedReason === "replaced") throw new Fault("unauthenticated", "session_replaced");
    if (session.endedAt) throw unauthenticated();
    if (token.usedAt) {
      await finishSessions(work, { userId, only: sid }, "reuse");
      return null;
    }
    if (token.expiresAt <= work.now) throw new Fault("unauthenticated", "token_expired");
    await spendToken(work, token.id);
    await touchSession(work, sid, work.now, addMs(work.now, REFRESH_DAYS * DAY));
    return { sid, userId, refreshToken: await addSecretToken(work, sid, REFRESH_DAYS * DAY) };
  },
});

/** Trades a refresh token for the next one. A second use of an old one ends its session, whoever holds it now.
 * @throws Fault `unauthenticated` `session_replaced` `token_expired` */
export const refresh = refuseAfter(rotate, unauthenticated);
