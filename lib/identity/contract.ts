import { z } from "zod";
import { spokens } from "@/lib/i18n/locales";
import { ROLES } from "@/lib/kernel/actor";
import { Instant, TimeZone } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { pageOf } from "@/lib/kernel/page";
import { SealedToken } from "@/lib/kernel/sealed";
import { hidden, isPlain, line } from "@/lib/kernel/text";

const NAME_GRAPHEMES = 120;
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

/** A person's name in any script: 1 to 120 characters as people count them. */
export const PersonName = line(1000)
  .refine((name) => graphemes(name) <= NAME_GRAPHEMES, { error: "name_too_long", params: { limit: NAME_GRAPHEMES } })
  .meta({ examples: ["Siti Aminah"] });

/** As typed; ten characters are asked for, two hundred are read. */
export const NewPassword = z
  .string()
  .min(10)
  .max(200)
  .meta({ examples: ["a long walk to Makkah"] });

export const Username = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9._-]{2,29}$/i)
  .meta({ examples: ["siti.aminah"] });

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ examples: ["siti@example.com"] });

/** Read as a number of the agency's country when it has no country code. */
export const Phone = z
  .string()
  .trim()
  .min(4)
  .max(40)
  .meta({ examples: ["+6281234567890"] });

const GUEST_TOKEN = "g_M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI";
/** Told from an access token by its beginning. */
export const GuestToken = z
  .string()
  .regex(/^g_[\w-]{43}$/)
  .meta({ examples: [GUEST_TOKEN] });

/** In which somebody is written to. */
export const Language = z.enum(spokens);

const TOKEN = "M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI";
const PAIR = { accessToken: "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", refreshToken: TOKEN, expiresIn: 900 };
const SITI = {
  id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e12",
  name: "Siti Aminah",
  phone: "+6281234567890",
  locale: "id",
  hasPassword: true,
  memberships: [
    {
      agency: { id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10", slug: "nurani", name: "Nurani Wisata" },
      roles: ["pilgrim" as const],
      grants: [],
    },
  ],
};

export const RegisterInput = z
  .strictObject({
    name: PersonName,
    email: Email.optional(),
    phone: Phone.optional(),
    username: Username.optional(),
    password: NewPassword,
    locale: Language.optional(),
    guestToken: GuestToken.optional().describe("Whoever proved this phone as a guest need not prove it again."),
  })
  .meta({ examples: [{ name: SITI.name, phone: SITI.phone, password: "a long walk to Makkah", locale: "id" }] });

const Typed = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .meta({ examples: ["+62 812 3456 7890"] });
const Device = z
  .string()
  .trim()
  .max(120)
  .refine(isPlain, hidden)
  .meta({ examples: ["Siti's phone"] });

export const LogInInput = z
  .strictObject({
    identifier: Typed,
    password: z.string().min(1).max(200),
    device: Device.optional(),
    /** A second device at a gate, for whoever may stand at one; others are signed in as usual. */
    gate: z.boolean().optional(),
  })
  .meta({ examples: [{ identifier: SITI.phone, password: "a long walk to Makkah", device: "Siti's phone" }] });

/** As people type it: spaces between are no mistake. */
const Code = z
  .string()
  .max(40)
  .transform((typed) => latinDigits(typed.normalize("NFKC")).replace(/\D/g, ""))
  .pipe(z.string().length(6))
  .meta({ examples: ["482913"] });
const Texts = z.enum(["sms", "whatsapp"]).optional();

export const CodeInput = z
  .strictObject({ identifier: Typed, channel: Texts.describe("How a phone is written to; sms unless told.") })
  .meta({ examples: [{ identifier: SITI.phone }] });
/** `name` is for who is new here. */
export const CodeLogInInput = z
  .strictObject({ identifier: Typed, code: Code, name: PersonName.optional(), device: Device.optional() })
  .meta({ examples: [{ identifier: SITI.phone, code: "482913", name: SITI.name }] });

const Slug = z.string().max(60);
export const GuestInput = z
  .strictObject({ slug: Slug, name: PersonName, phone: Phone })
  .meta({ examples: [{ slug: "nurani", name: SITI.name, phone: SITI.phone }] });
export const VerifyGuestInput = z
  .strictObject({ slug: Slug, phone: Phone, code: Code })
  .meta({ examples: [{ slug: "nurani", phone: SITI.phone, code: "482913" }] });
/** Reaches the things of one phone in one agency, for 30 days. */
export const GuestSession = z
  .strictObject({ guestToken: GuestToken, expiresAt: Instant })
  .meta({ examples: [{ guestToken: GUEST_TOKEN, expiresAt: "2026-12-21T05:18:00.000Z" }] });

export const ForgotInput = CodeInput;
const SEALED = "0193f0a46c5e7b1a8f2e1d5c3b7a9e12M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI";
export const ResetInput = z
  .strictObject({ token: SealedToken, password: NewPassword })
  .meta({ examples: [{ token: SEALED, password: "a longer walk to Madinah" }] });
/** Who has only ever used codes has no current one. */
export const ChangePasswordInput = z
  .strictObject({ currentPassword: z.string().min(1).max(200).optional(), newPassword: NewPassword })
  .meta({ examples: [{ currentPassword: "a long walk to Makkah", newPassword: "a longer walk to Madinah" }] });
export const HandOverInput = z.strictObject({ token: SealedToken });

const Token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ examples: [TOKEN] });
export const RefreshInput = z.strictObject({ refreshToken: Token }).meta({ examples: [{ refreshToken: TOKEN }] });
/** Without a token it is the session of the call that ends. */
export const LogOutInput = z
  .strictObject({ refreshToken: Token.optional() })
  .meta({ examples: [{ refreshToken: TOKEN }] });
export const NoInput = z.strictObject({});
export const LinkInput = z.strictObject({ token: Token });
export const ProfileInput = z
  .strictObject({
    name: PersonName.optional(),
    locale: Language.optional(),
    timeZone: TimeZone.optional().meta({ examples: ["Asia/Jakarta"] }),
  })
  .meta({ examples: [{ locale: "id", timeZone: "Asia/Jakarta" }] });
export const AvatarInput = z.strictObject({ file: z.instanceof(Uint8Array) });
export const SessionInput = z.strictObject({ id: z.uuid() });
export const SuperAdminInput = z.strictObject({ email: Email });

export const Membership = z.strictObject({
  agency: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
  roles: z.array(z.enum(ROLES)),
  branchId: z.uuid().optional(),
  grants: z.array(z.string()),
});
export type Membership = z.output<typeof Membership>;

export const User = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    username: z.string().optional(),
    locale: z.string(),
    timeZone: z.string().optional(),
    avatar: z.string().optional().describe("Path of the picture."),
    hasPassword: z.boolean(),
    memberships: z.array(Membership),
  })
  .meta({ examples: [SITI] });
export type User = z.output<typeof User>;

const pair = {
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z
    .number()
    .int()
    .meta({ examples: [900] }),
};
/** `expiresIn` counts the seconds of the access token. */
export const TokenPair = z.strictObject(pair).meta({ examples: [PAIR] });
export const SignedIn = z.strictObject({ user: User, ...pair }).meta({ examples: [{ user: SITI, ...PAIR }] });
export type SignedIn = z.output<typeof SignedIn>;

export const Session = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(["web", "api"]),
    device: z.string().optional(),
    createdAt: Instant,
    seenAt: Instant,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({
    examples: [
      {
        id: SITI.id,
        kind: "api",
        device: "Siti's phone",
        createdAt: "2026-11-20T05:18:00.000Z",
        seenAt: "2026-11-21T05:18:00.000Z",
        current: true,
      },
    ],
  });
export const SessionPage = pageOf(Session);

export const CONTACTS = ["phone", "email"] as const;
export type Contact = (typeof CONTACTS)[number];
export const KEYS = ["password", "phone", "email", "username", "devices"] as const;
export type Key = (typeof KEYS)[number];

/** What opens my login. `asked`: a contact of mine was shown to be mine for the first time, and nobody has said yet whether the
 * rest is: here says whether this session may, which takes a sign-in by a code to that contact. */
export const LoginKeys = z
  .strictObject({
    contacts: z.array(z.strictObject({ contact: z.enum(CONTACTS), value: z.string(), provenAt: Instant.nullable() })),
    asked: z.strictObject({ by: z.enum(CONTACTS), value: z.string(), here: z.boolean() }).nullable(),
    others: z.array(
      z.strictObject({
        key: z.enum(KEYS),
        value: z.string().optional().describe("Masked for a contact."),
        proven: z.boolean().optional().describe("Somebody showed that they read what is sent there."),
        since: Instant.optional(),
        devices: z.array(z.strictObject({ device: z.string().optional(), seenAt: Instant })).optional(),
      }),
    ),
  })
  .meta({
    examples: [
      {
        contacts: [{ contact: "phone", value: SITI.phone, provenAt: "2026-11-21T05:18:00.000Z" }],
        asked: { by: "phone", value: SITI.phone, here: true },
        others: [{ key: "password", since: "2026-11-02T05:18:00.000Z" }],
      } as never,
    ],
  });
export type LoginKeys = z.output<typeof LoginKeys>;
/** What is named stays; whatever else opens the login opens it no more. */
export const SettleKeysInput = z
  .strictObject({ keep: z.array(z.enum(KEYS)).max(KEYS.length) })
  .meta({ examples: [{ keep: ["password"] }] });
export const OwnContact = z
  .strictObject({ contact: z.enum(CONTACTS), channel: Texts })
  .meta({ examples: [{ contact: "phone", channel: "sms" }] });
export const ConfirmContactInput = z
  .strictObject({ contact: z.enum(CONTACTS), code: Code })
  .meta({ examples: [{ contact: "phone", code: "482913" }] });

/** Where I am reached from now on. Whoever has a password types it. */
export const ChangeContactInput = z
  .strictObject({
    email: Email.optional(),
    phone: Phone.optional(),
    currentPassword: z.string().min(1).max(200).optional(),
    channel: Texts,
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), { path: ["phone"], error: "required" })
  .meta({ examples: [{ phone: "+6281298765432", currentPassword: "a long walk to Makkah" }] });

export const END_REASONS = ["logout", "replaced", "reuse", "disabled", "password", "disowned"] as const;
export type EndReason = (typeof END_REASONS)[number];

/** A session as doors know it: plain JSON, kept for seconds, so that most calls cost no query. Times are milliseconds. */
export type Standing = {
  sid: string;
  userId: string;
  kind: "web" | "api";
  expiresAt: number;
  seenAt: number;
  ended: EndReason | null;
  locale: string;
  superAdmin: boolean;
  memberships: StandingMembership[];
};
export type StandingMembership = AgencyAtDoor & {
  roles: Membership["roles"];
  branchId: string | null;
  grants: string[];
  leads: string[];
  groups: string[];
  /** Somebody of the platform, who belongs here no more than for a look. */
  isLook: boolean;
};
/** What a door asks of an agency before it lets anybody in. */
export type AgencyAtDoor = { agencyId: string; slug: string; status: string };
