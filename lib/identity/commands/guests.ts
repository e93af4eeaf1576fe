import { randomBytes } from "node:crypto";
import type { Work } from "@/lib/kernel/call";
import { addMs, DAY, MINUTE } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault, invalid, notFound } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { GuestInput, VerifyGuestInput } from "../contract";
import { isReadOnly } from "../policy";
import { CODE_MINUTES, GUEST_DAYS, HOME_COUNTRY, normalisePhone } from "../rules";
import { lockNewestCode } from "../store/codes";
import { addGuestSession } from "../store/guests";
import { findAgency } from "../store/standing";
import { findCountry } from "../store/users";
import { codeWrong, issue, tryCode } from "./codes";

/** The phone at an open agency's door. @throws Fault `agency_not_found`, `agency_read_only`, `validation` */
async function atDoor(work: Work, { slug, phone: typed }: { slug: string; phone: string }) {
  const agency = await findAgency(work, { slug });
  if (!agency || agency.status === "pending" || agency.status === "rejected") throw notFound("agency");
  if (isReadOnly(agency.status)) throw new Fault("forbidden", "agency_read_only");
  const phone = normalisePhone(typed, (await findCountry(work, agency.agencyId)) ?? HOME_COUNTRY);
  if (!phone) throw invalid("phone", "invalid_format");
  return { agencyId: agency.agencyId, phone, subject: `guest:${agency.agencyId}:${phone}` };
}

/** Sends a code to somebody who has no login and needs none. @throws Fault `agency_not_found`, `rate_limited` */
export const requestGuestCode = command({
  name: "identity.request_guest_code",
  fence: "platform",
  input: GuestInput,
  load: (work, { slug, phone }) => atDoor(work, { slug, phone }),
  allow: anyone,
  run: async (work, { name }, { agencyId, phone, subject }): Promise<void> => {
    const way = { channel: "sms" as const, recipient: phone };
    const life = { lifeMs: CODE_MINUTES * MINUTE, doorId: agencyId };
    await issue(work, { purpose: "guest", subject, personName: name, way, ...life });
  },
});

/** Null says that the digits were wrong: the try must be committed, so it is no refusal yet. */
const enterAsGuest = command({
  name: "identity.verify_guest",
  fence: "platform",
  input: VerifyGuestInput,
  load: async (work, input) => {
    const door = await atDoor(work, input);
    return { ...door, newest: await lockNewestCode(work, "guest", door.subject) };
  },
  allow: anyone,
  run: async (work, { code: typed }, { agencyId, phone, newest }) => {
    const code = await tryCode(work, newest, typed);
    if (!code) return null;
    const guestToken = `g_${randomBytes(32).toString("base64url")}`;
    const expiresAt = addMs(work.now, GUEST_DAYS * DAY);
    await addGuestSession(work, {
      id: newId(),
      agencyId,
      phone,
      personName: code.personName ?? phone,
      tokenHash: hashToken(guestToken),
      createdAt: work.now,
      expiresAt,
    });
    return { guestToken, expiresAt };
  },
});

/** A guest's token for 30 days: this phone, this agency, nothing else. @throws Fault `code_wrong` */
export const verifyGuest = refuseAfter(enterAsGuest, codeWrong);
