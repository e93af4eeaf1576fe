import { isPerson } from "@/lib/kernel/actor";
import { addMs, SECOND } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openSealed, sealId } from "@/lib/kernel/sealed";
import { HandOverInput, NoInput } from "../contract";
import { isOwn } from "../policy";
import { ownUser } from "../queries";
import { HANDOVER_SECONDS } from "../rules";
import { addCode, lockCode, setCode } from "../store/codes";
import { findSession } from "../store/sessions";
import { unauthenticated } from "./open-session";

/** A pass that carries this web session to another host of ours, once and within a minute: cookies stay with one host. */
export const handOver = command({
  name: "identity.hand_over",
  fence: "platform",
  input: NoInput,
  evenReadOnly: true,
  load: async (work) => ({ ...(await ownUser(work)), sid: isPerson(work.actor) ? work.actor.sessionId : null }),
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: async (work, _input, { user, sid }) => {
    const session = sid ? await findSession(work, sid) : null;
    if (session?.kind !== "web" || session.endedAt) throw unauthenticated();
    const id = newId();
    const life = { createdAt: work.now, expiresAt: addMs(work.now, HANDOVER_SECONDS * SECOND) };
    const row = { id, purpose: "handover" as const, subject: `session:${sid}`, sessionId: session.id, ...life };
    await addCode(work, { ...row, userId: user.id, locale: user.locale });
    return { token: sealId(work, "handover", id) };
  },
});

/** The session that was handed over: the same one, so that it still ends in one place. @throws Fault `link_expired` */
export const signInByHandOver = command({
  name: "identity.sign_in_by_hand_over",
  fence: "platform",
  input: HandOverInput,
  evenReadOnly: true,
  load: async (work, { token }) => {
    const id = openSealed(work, "handover", token);
    const code = id && (await lockCode(work, "handover", id));
    const open = code && !code.usedAt && code.expiresAt > work.now && code.sessionId;
    const session = open ? await findSession(work, open) : null;
    if (!code || !session || session.endedAt || session.expiresAt <= work.now) {
      throw new Fault("unauthenticated", "link_expired");
    }
    return { code, sid: session.id };
  },
  allow: anyone,
  run: async (work, _input, { code, sid }) => {
    await setCode(work, code, { usedAt: work.now });
    return { sid };
  },
});
