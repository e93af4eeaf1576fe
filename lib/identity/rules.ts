import { type DialCountry, parsePhone } from "@/lib/i18n/phone";
import { latinDigits } from "@/lib/kernel/digits";
import type { Contact, Key } from "./contract";

export const REFRESH_DAYS = 7;
export const CODE_MINUTES = 10;
export const CODE_ATTEMPTS = 5;
/** More codes than this nobody needs, and each is five guesses. */
export const CODES_PER_HOUR = 6;
export const RESET_HOURS = 1;
export const HANDOVER_SECONDS = 60;
export const GUEST_DAYS = 30;
/** Where a number without a country code is dialled from when nobody says so. */
export const HOME_COUNTRY = "ID";

/** Phones and pages write a number with every sort of dash, so that it does not break. */
const PHONE_LIKE = /^[+(]?[\p{Nd}\s().\p{Pd}−/]+$/u;
/** Directions and fancy spaces that come along when a number is copied. */
const COPIED = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const plain = (text: string) => text.normalize("NFKC").replace(COPIED, "").trim();

/** E.164 from any way people write a number, or null. One that makes no sense in `country` is read as if it had its plus. */
export function normalisePhone(text: string, country: string): string | null {
  const typed = latinDigits(plain(text));
  if (!PHONE_LIKE.test(typed)) return null;
  const number = typed.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const region = country as DialCountry;
  return parsePhone(number, region) ?? (/^[1-9]/.test(number) ? parsePhone(`+${number}`, region) : null);
}

export type Identifier = { kind: "email" | "phone" | "username"; value: string };

/** What somebody typed into the one field. Null is nobody's. */
export function readIdentifier(text: string, country: string): Identifier | null {
  const typed = plain(text);
  if (typed.includes("\u0000")) return null;
  if (typed.includes("@")) return { kind: "email", value: typed.toLowerCase() };
  if (!PHONE_LIKE.test(typed)) return { kind: "username", value: typed };
  const phone = normalisePhone(typed, country);
  return phone ? { kind: "phone", value: phone } : null;
}

/** One name for all spellings of an identifier, so that failed tries are counted together. */
export function accountKey(text: string): string {
  const typed = latinDigits(plain(text)).toLowerCase();
  return PHONE_LIKE.test(typed) ? typed.replace(/\D/g, "").slice(-9) : typed;
}

const DIGITS = 1_000_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Six digits of a seal (base64url). */
function digitsOf(seal: string): string {
  let rest = 0;
  for (const letter of seal) rest = (rest * ALPHABET.length + ALPHABET.indexOf(letter)) % DIGITS;
  return String(rest).padStart(6, "0");
}

type Sealing = { seal: (purpose: string, text: string) => string };
/** The digits a code stands for: derived, never kept. */
export const digitsFor = ({ seal }: Sealing, { id, purpose }: { id: string; purpose: string }) =>
  digitsOf(seal(`code ${purpose}`, id));

type Reachable = { email: string | null; phone: string | null };
export type Way = { channel: "mail" | "sms" | "whatsapp"; recipient: string };

/** Where a code or link goes: to the address that was named; for a user name to the login's e-mail, else its phone. */
export function wayTo(who: Identifier, user: Reachable | null, texts: "sms" | "whatsapp"): Way | null {
  if (who.kind === "phone") return { channel: texts, recipient: who.value };
  if (!user) return null;
  if (who.kind === "email" || user.email) return user.email ? { channel: "mail", recipient: user.email } : null;
  return user.phone ? { channel: texts, recipient: user.phone } : null;
}

/** What somebody shows to be theirs who holds what went this way. */
export const contactOf = (channel: Way["channel"] | null): Contact => (channel === "mail" ? "email" : "phone");
/** The column that says since when a contact is proven. */
export const provenColumn = (contact: Contact) => (contact === "email" ? "emailProvenAt" : "phoneProvenAt");
const beside = (contact: Contact): Contact => (contact === "email" ? "phone" : "email");

type Keyed = { email: string | null; phone: string | null; username: string | null } & {
  passwordHash: string | null;
  passwordBy: Contact | null;
};
/** What opens a login besides the contact whose holder looks: any of it may be somebody else's. A user name opens nothing
 * alone, and is looked at with the rest. */
export function keysBeside(user: Keyed, contact: Contact, devices: number): Key[] {
  const other = beside(contact);
  const found: Key[] = [];
  if (user.passwordHash !== null && user.passwordBy !== contact) found.push("password");
  if (user[other] !== null) found.push(other);
  if (devices > 0) found.push("devices");
  return found.length > 0 && user.username !== null ? [...found, "username"] : found;
}

/** Enough of an address or number to know one's own by. */
export function masked(contact: Contact, value: string): string {
  const [name = "", host] = value.split("@");
  return contact === "email" ? `${name.slice(0, 1)}•••@${host ?? ""}` : `${value.slice(0, 3)} ••• ${value.slice(-3)}`;
}

/** One name for whose code it is, also when nobody has this identifier. */
export const subjectOf = (who: Identifier | null, user: { id: string } | null, typed: string): string =>
  user ? `user:${user.id}` : who ? `${who.kind}:${who.value.toLowerCase()}` : `typed:${accountKey(typed)}`;

/** Where the picture of a person lies. */
export const avatarKey = (userId: string, avatar: string) => `platform/avatars/${userId}/${avatar}.webp`;
