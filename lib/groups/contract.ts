import { z } from "zod";
import { DAY, Instant, TimeZone } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";

const GROUP_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e20";
const USER_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const BRANCH_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e11";
const STARTS = "2026-11-18T01:00:00.000Z";
const ENDS = "2026-11-27T14:00:00.000Z";
const GATE = { lat: 21.4210447, lng: 39.8258406, label: "King Abdulaziz Gate (1)" };

export const GroupRole = z.enum(["leader", "helper", "pilgrim"]);
export type GroupRole = z.output<typeof GroupRole>;
export const SharingState = z.enum(["on", "paused", "off"]);
export type SharingState = z.output<typeof SharingState>;
/** Where a group stands in its trip window. */
export const TripState = z.enum(["upcoming", "running", "past"]);
export type TripState = z.output<typeof TripState>;

export const MeetingPoint = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  label: line(120),
});
export type MeetingPoint = z.output<typeof MeetingPoint>;

/** No group is larger. */
export const MOST_PLACES = 2_000;

const fields = {
  number: z.number().int().min(1).max(9999).describe("On the bus sign; it settles the band's colour and motif."),
  name: line(120),
  branchId: z.uuid().nullable(),
  startsAt: Instant.describe("The trip window: positions are shared inside it only."),
  endsAt: Instant,
  timeZone: TimeZone.describe("Where the trip's times are shown."),
  capacity: z.number().int().min(1).max(MOST_PLACES).describe("Places, leaders included."),
  meetingPoint: MeetingPoint.nullable(),
  needsApproval: z.boolean(),
  joinCodeExpiresAt: Instant.nullable().describe("Null: the code lives until the trip ends."),
};
/** The longest trip there is: positions are shared through all of it. */
export const TRIP_DAYS = 120;
type Span = { startsAt?: Date; endsAt?: Date };
const runsForward = ({ startsAt, endsAt }: Span) => !startsAt || !endsAt || startsAt < endsAt;
const backwards = { path: ["endsAt"], error: "ends_before_start" };
/** Not a number when a moment is missing or none: that is said by itself. */
const isShort = ({ startsAt, endsAt }: Span) => !(Number(endsAt) - Number(startsAt) > TRIP_DAYS * DAY);
const tooLong = { path: ["endsAt"], error: "trip_too_long", params: { limit: TRIP_DAYS } };
/** When a trip begins and ends, as a group keeps it. */
export const TripWindow = z
  .object({ startsAt: z.date(), endsAt: z.date() })
  .refine(runsForward, backwards)
  .refine(isShort, tooLong);

const GROUP_EXAMPLE = {
  number: 4,
  name: "Umrah Akhir Musim",
  startsAt: STARTS,
  endsAt: ENDS,
  timeZone: "Asia/Riyadh",
  capacity: 45,
  meetingPoint: GATE,
  needsApproval: false,
};

export const CreateGroup = z
  .strictObject({
    ...fields,
    branchId: fields.branchId.default(null),
    meetingPoint: fields.meetingPoint.default(null),
    needsApproval: fields.needsApproval.default(false),
    joinCodeExpiresAt: fields.joinCodeExpiresAt.default(null),
  })
  .refine(runsForward, backwards)
  .refine(isShort, tooLong)
  .meta({ examples: [GROUP_EXAMPLE] });
export type CreateGroup = z.output<typeof CreateGroup>;

export const GroupRef = z.strictObject({ groupId: z.uuid() });
export const UpdateGroup = z
  .strictObject({ groupId: z.uuid(), ...z.strictObject(fields).partial().shape })
  .refine(runsForward, backwards)
  .refine(isShort, tooLong)
  .meta({ examples: [{ groupId: GROUP_ID, capacity: 50, meetingPoint: GATE }] });
export type UpdateGroup = z.output<typeof UpdateGroup>;

/** A group as its members and staff see it. */
export const Group = z
  .strictObject({
    id: z.uuid(),
    ...fields,
    branchId: z.uuid().nullable(),
    state: TripState,
    members: z.number().int().describe("Places taken."),
    joinCode: z.string().nullable().describe("XXXX-XXXX; only for those who may change the group."),
    waiting: z.number().int().nullable().describe("Join requests to decide; only for those who may."),
    mine: z
      .strictObject({
        role: GroupRole,
        subGroup: z.string().nullable(),
        sharing: SharingState,
        consentedAt: Instant.nullable(),
      })
      .nullable()
      .describe("The caller's own place in the group."),
    mayChange: z.boolean(),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: GROUP_ID,
        ...GROUP_EXAMPLE,
        branchId: BRANCH_ID,
        joinCodeExpiresAt: null,
        state: "running",
        members: 42,
        joinCode: "K7QM-2XRT",
        waiting: 0,
        mine: null,
        mayChange: true,
        createdAt: STARTS,
      },
    ],
  });
export type Group = z.output<typeof Group>;
export const GroupPage = pageOf(Group);

/** latest: the trip that begins last comes first. */
export const GroupSort = z.enum(["latest", "earliest", "number", "name"]);
export type GroupSort = z.output<typeof GroupSort>;

export const ListGroups = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Part of the name, or the number."),
  state: TripState.optional(),
  branchId: z.uuid().optional(),
  sort: GroupSort.default("latest"),
});
export type ListGroups = z.output<typeof ListGroups>;
/** The same narrowing and order, without paging. */
export const ExportGroups = ListGroups.omit({ limit: true, cursor: true });

/** Somebody in the roster. A phone is null for whoever may not see it. */
export const Member = z
  .strictObject({
    userId: z.uuid(),
    personName: z.string(),
    avatar: z.string().nullable().describe("Path of the picture."),
    role: GroupRole,
    subGroup: z.string().nullable(),
    phone: z.string().nullable(),
    mayLead: z.boolean().nullable().describe("Has the leader role in the agency; only for staff."),
    sharing: SharingState.nullable().describe("Only for leaders and staff, and one's own."),
    joinedAt: Instant,
  })
  .meta({
    examples: [
      {
        userId: USER_ID,
        personName: "Siti Aminah",
        avatar: null,
        role: "pilgrim",
        subGroup: "Bus 2",
        phone: "+6281234567890",
        mayLead: null,
        sharing: "on",
        joinedAt: STARTS,
      },
    ],
  });
export type Member = z.output<typeof Member>;
export const MemberPage = pageOf(Member);
export const ListMembers = z.strictObject({
  groupId: z.uuid(),
  ...PageInput.shape,
  q: z.string().trim().max(120).optional(),
  role: GroupRole.optional(),
  subGroup: z.string().trim().max(60).optional(),
});
export type ListMembers = z.output<typeof ListMembers>;

/** Somebody of the agency who is not in the group, and whether they may lead one. */
export type Candidate = { userId: string; personName: string; phone: string | null; mayLead: boolean };
export const ListCandidates = z.strictObject({
  groupId: z.uuid(),
  q: z.string().trim().max(120).optional().describe("Part of the name or of the phone number."),
  limit: z.number().int().min(1).max(50).default(20),
});
export type ListCandidates = z.output<typeof ListCandidates>;

/** The same narrowing, without paging. */
export const ExportRoster = ListMembers.omit({ limit: true, cursor: true });

export const MemberRef = z.strictObject({ groupId: z.uuid(), userId: z.uuid() });
const place = { role: GroupRole, subGroup: line(60).nullable() };
export const AddMember = z
  .strictObject({ groupId: z.uuid(), userId: z.uuid(), role: GroupRole, subGroup: place.subGroup.default(null) })
  .meta({ examples: [{ groupId: GROUP_ID, userId: USER_ID, role: "leader" }] });
export const UpdateMember = z
  .strictObject({
    groupId: z.uuid(),
    userId: z.uuid(),
    role: place.role.optional(),
    subGroup: place.subGroup.optional(),
  })
  .meta({ examples: [{ groupId: GROUP_ID, userId: USER_ID, role: "helper", subGroup: "Bus 2" }] });

export const JoinGroup = z
  .strictObject({ code: z.string().max(64).describe("As typed: case, spaces and dashes do not matter.") })
  .meta({ examples: [{ code: "k7qm 2xrt" }] });

/** What a join code shows before anybody is inside: enough to know that it is the right group, and no more. */
export const Invitation = z.strictObject({
  agency: z.strictObject({ slug: z.string(), name: z.string() }),
  group: z.strictObject({
    id: z.uuid(),
    number: z.number().int(),
    name: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    timeZone: z.string(),
    state: TripState,
    needsApproval: z.boolean(),
    isFull: z.boolean(),
  }),
  leaders: z.array(z.string()),
  standing: z.enum(["outside", "waiting", "inside"]).describe("Of whoever looks."),
});
export type Invitation = z.output<typeof Invitation>;

export const JoinOutcome = z.enum(["joined", "already_member", "requested"]);
export type JoinOutcome = z.output<typeof JoinOutcome>;
export const Joined = z
  .strictObject({
    outcome: JoinOutcome,
    agency: z.strictObject({ slug: z.string(), name: z.string() }),
    group: z.strictObject({
      id: z.uuid(),
      number: z.number().int(),
      name: z.string(),
      startsAt: Instant,
      endsAt: Instant,
    }),
  })
  .meta({
    examples: [
      {
        outcome: "joined",
        agency: { slug: "nurani", name: "Nurani Wisata" },
        group: { id: GROUP_ID, number: 4, name: "Umrah Akhir Musim", startsAt: STARTS, endsAt: ENDS },
      },
    ],
  });
export type Joined = z.output<typeof Joined>;

export const RotateCode = z
  .strictObject({ groupId: z.uuid(), expiresAt: Instant.nullable().optional() })
  .meta({ examples: [{ groupId: GROUP_ID, expiresAt: ENDS }] });
export const JoinCode = z
  .strictObject({ joinCode: z.string(), joinCodeExpiresAt: Instant.nullable() })
  .meta({ examples: [{ joinCode: "K7QM-2XRT", joinCodeExpiresAt: null }] });
export type JoinCode = z.output<typeof JoinCode>;

/** Somebody who wants to join a group that asks for approval. */
export const JoinRequest = z
  .strictObject({ userId: z.uuid(), personName: z.string(), phone: z.string().nullable(), createdAt: Instant })
  .meta({ examples: [{ userId: USER_ID, personName: "Siti Aminah", phone: "+6281234567890", createdAt: STARTS }] });
export type JoinRequest = z.output<typeof JoinRequest>;
export const JoinRequestPage = pageOf(JoinRequest);
/** A group its reader asked to join and is not in yet. */
export type AskedGroup = {
  id: string;
  number: number;
  name: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  askedAt: Date;
};
export const ListMyRequests = z.strictObject({});
export const ListInGroup = z.strictObject({ groupId: z.uuid(), ...PageInput.shape });

export const SetSharing = z
  .strictObject({ groupId: z.uuid(), state: SharingState })
  .meta({ examples: [{ groupId: GROUP_ID, state: "on" }] });
/** What was consented to, and whether positions are shared at this moment (only inside the trip window). */
export const Sharing = z
  .strictObject({
    state: SharingState,
    consentedAt: Instant.nullable(),
    sharesNow: z.boolean(),
    startsAt: Instant,
    endsAt: Instant,
  })
  .meta({ examples: [{ state: "on", consentedAt: STARTS, sharesNow: true, startsAt: STARTS, endsAt: ENDS }] });
export type Sharing = z.output<typeof Sharing>;
