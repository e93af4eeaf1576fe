import { z } from "zod";
import { Permission } from "@/lib/agencies/contract/requests";
import { Email, Language, NewPassword, PersonName, Phone } from "@/lib/identity/contract";
import { ROLES } from "@/lib/kernel/actor";
import { Instant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { SealedToken } from "@/lib/kernel/sealed";

const USER = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const BRANCH = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e11";
const INVITATION = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e40";
const SEALED = "0193f0a46c5e7b1a8f2e1d5c3b7a9e12M4nC0p5lE0b6Yw2x8Z1kq7dJ3hT9uVfRgSaXcQeWyUI";
const NAME = "Siti Aminah";
const PHONE = "+6281234567890";

const Roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length).describe("Within what the caller may give.");
export const Id = z.strictObject({ id: z.uuid() });

export const ReadAvatar = z.strictObject({ id: z.uuid(), v: z.uuid().optional() });

const Status = z.enum(["active", "disabled", "removed"]);

/** Somebody of the agency. */
export const User = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    grants: z.array(Permission).describe("What they may beside their roles."),
    branchId: z.uuid().nullable(),
    status: Status,
    avatar: z.string().nullable().describe("Path of the picture."),
    since: Instant,
    mayChange: z.boolean().describe("Whether the caller may change, disable or remove this person."),
    mayTakeBack: z.boolean().describe("Whether the caller may take a permission back from this person."),
  })
  .meta({
    examples: [
      {
        id: USER,
        name: NAME,
        email: "siti@example.com",
        phone: PHONE,
        roles: ["operator"],
        grants: ["export_data"],
        branchId: BRANCH,
        status: "active",
        avatar: null,
        since: "2026-11-01T02:00:00.000Z",
        mayChange: true,
        mayTakeBack: true,
      },
    ],
  });
export type User = z.output<typeof User>;
export const UserPage = pageOf(User);

const narrowing = {
  q: z.string().trim().max(120).optional().describe("Part of a name, an e-mail address or a phone."),
  role: z.enum(ROLES).optional(),
  /** "yes": whoever has another role than pilgrim. */
  staff: z.enum(["yes", "no"]).optional(),
  branchId: z.uuid().optional(),
  status: Status.optional().describe("removed: taken out and not forgotten yet; otherwise these are left out."),
};
export const ListUsers = z.strictObject({
  ...PageInput.shape,
  ...narrowing,
  sort: z.enum(["name", "newest"]).default("name"),
});
export type ListUsers = z.output<typeof ListUsers>;

export const UpdateUser = z
  .strictObject({
    id: z.uuid(),
    name: PersonName.optional(),
    roles: Roles.optional(),
    branchId: z.uuid().nullable().optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ examples: [{ id: USER, roles: ["operator", "leader"], branchId: BRANCH }] });
export type UpdateUser = z.output<typeof UpdateUser>;

/** Without a contact the link is handed over by hand. */
export const InviteUser = z
  .strictObject({
    name: PersonName.optional(),
    email: Email.optional(),
    phone: Phone.optional(),
    roles: Roles,
    branchId: z.uuid().nullable().default(null),
    locale: Language.optional().describe("Of the letter; the agency's own when absent."),
  })
  .meta({ examples: [{ name: NAME, email: "siti@example.com", roles: ["operator"], branchId: BRANCH }] });
export type InviteUser = z.output<typeof InviteUser>;

export const InvitationState = z.enum(["open", "accepted", "revoked", "expired"]);
const invitation = {
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  branchId: z.uuid().nullable(),
  state: InvitationState,
  createdAt: Instant,
  expiresAt: Instant,
};
const INVITED = {
  id: INVITATION,
  name: NAME,
  email: "siti@example.com",
  phone: null,
  roles: ["operator"],
  branchId: BRANCH,
  state: "open",
  createdAt: "2026-11-21T05:18:00.000Z",
  expiresAt: "2026-12-05T05:18:00.000Z",
};
export const Invitation = z.strictObject(invitation).meta({ examples: [INVITED as never] });
export type Invitation = z.output<typeof Invitation>;
export const InvitationPage = pageOf(Invitation);
/** The link is shown to the inviter this once; its last part is after a #, so that no log keeps it. */
export const Invited = z
  .strictObject({ ...invitation, link: z.url() })
  .meta({ examples: [{ ...INVITED, link: "https://qafila.app/invitation#M4nC0p5lE0b6Yw2x8Z1kq7" } as never] });

export const ListInvitations = z.strictObject({
  ...PageInput.shape,
  state: InvitationState.optional(),
  staff: z.enum(["yes", "no"]).optional().describe("no: who is invited to travel, and not to work here."),
});
export type ListInvitations = z.output<typeof ListInvitations>;

export const CSV_CHARACTERS = 2_000_000;
export const CSV_ROWS = 5_000;
/** A table with a header: `name`, `email`, `phone`, `role` (several with ;), `branch` (its name), or these in any of our
 * languages. What a row leaves out is as said here. */
export const ImportInvitations = z
  .strictObject({
    csv: z.string().min(1).max(CSV_CHARACTERS),
    roles: Roles.optional(),
    branchId: z.uuid().nullable().default(null),
    locale: Language.optional().describe("Of the letter; the agency's own when absent."),
    /** Only looks for mistakes. */
    check: z.boolean().default(false),
  })
  .meta({ examples: [{ csv: "name,email,role\nSiti Aminah,siti@example.com,operator\n", check: true }] });
export type ImportInvitations = z.output<typeof ImportInvitations>;

const CsvProblem = z.enum([
  ...["required", "invalid_format", "contact_missing", "role_unknown", "role_not_yours"],
  ...["branch_unknown", "there_already"],
] as const);
export const RowProblem = z.strictObject({
  row: z.number().int().describe("As a spreadsheet counts: the header is row 1."),
  field: z.string(),
  problem: CsvProblem,
  value: z.string(),
});
export type RowProblem = z.output<typeof RowProblem>;
export const Imported = z
  .strictObject({ rows: z.number().int(), invited: z.number().int(), problems: z.array(RowProblem) })
  .meta({
    examples: [{ rows: 2, invited: 1, problems: [{ row: 3, field: "role", problem: "role_unknown", value: "boss" }] }],
  });
export type Imported = z.output<typeof Imported>;

export const ReadInvitation = z.strictObject({ token: SealedToken }).meta({ examples: [{ token: SEALED }] });
/** What an invitation says to who holds it. */
export const InvitationCard = z
  .strictObject({
    agency: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    /** Somebody signed up with this contact already: they sign in instead. */
    hasLogin: z.boolean(),
    expiresAt: Instant,
  })
  .meta({
    examples: [
      {
        agency: { id: USER, slug: "nurani", name: "Nurani Wisata" },
        name: NAME,
        email: "siti@example.com",
        phone: null,
        roles: ["operator" as const],
        hasLogin: false,
        expiresAt: INVITED.expiresAt,
      } as never,
    ],
  });
export type InvitationCard = z.output<typeof InvitationCard>;

/** Who is signed in needs the token alone. A new login has the invitation's contact; only where it names none, its own. */
export const AcceptInvitation = z
  .strictObject({
    token: SealedToken,
    name: PersonName.optional(),
    email: Email.optional(),
    phone: Phone.optional(),
    password: NewPassword.optional(),
  })
  .meta({ examples: [{ token: SEALED, name: NAME, password: "a long walk to Makkah" }] });

export const Accepted = z
  .strictObject({
    agency: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
    roles: z.array(z.enum(ROLES)),
    /** What a new login signs in with. */
    identifier: z.string().nullable(),
  })
  .meta({
    examples: [
      {
        agency: { id: USER, slug: "nurani", name: "Nurani Wisata" },
        roles: ["operator" as const],
        identifier: "siti@example.com",
      },
    ],
  });
export type Accepted = z.output<typeof Accepted>;
