import { z } from "zod";
import { GroupRole } from "@/lib/groups/contract";
import { PageInput } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";

const GROUP_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e20";
const USER_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const MESSAGE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e60";
const FILE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e61";
const CLIENT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e62";
const AT = "2026-11-20T05:15:00.000Z";
const SAID = "Kami di lantai 2, sebentar lagi turun";

/** UTF-16 units of one message. */
export const TEXT_MAX = 4_000;
/** Bytes of a picture as a phone sends it. */
export const PHOTO_MAX_BYTES = 12_000_000;

export const MessageKind = z.enum(["text", "photo", "position", "mode"]);
export type MessageKind = z.output<typeof MessageKind>;
const seq = z.number().int().min(0);
/** A moment as it travels: messages go to sockets as they came from the database, by nobody's Date. */
const Moment = z.iso.datetime({ offset: true });

/** A place somebody points at: their own by choice, apart from sharing. */
export const Spot = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
export type Spot = z.output<typeof Spot>;
export const Photo = z.strictObject({ id: z.uuid(), width: z.number().int(), height: z.number().int() });
export type Photo = z.output<typeof Photo>;
const PHOTO = { id: FILE_ID, width: 1600, height: 1200 };

type Given = { kind: string; text?: string; attachment?: string; position?: Spot };
const carries = ({ kind, text, attachment, position }: Given) =>
  ({ text: text !== undefined, photo: attachment !== undefined, position: position !== undefined })[kind] === true &&
  (kind === "photo" || attachment === undefined) &&
  (kind === "position" || position === undefined);

/** What a device sends; `clientId` is its own, and the same one is the same message for ever. */
export const SendMessage = z
  .strictObject({
    groupId: z.uuid(),
    clientId: z.uuid(),
    kind: z.enum(["text", "photo", "position"]),
    text: textBlock(TEXT_MAX).optional().describe("The text; of a photo or a position, what is said with it."),
    attachment: z.uuid().optional().describe("A picture uploaded to this group."),
    position: Spot.optional(),
    replyTo: z.uuid().optional(),
  })
  .refine(carries, { path: ["kind"], error: "content_missing" })
  .meta({ examples: [{ groupId: GROUP_ID, clientId: CLIENT_ID, kind: "text", text: SAID }] });
export type SendMessage = z.output<typeof SendMessage>;

/** What is left of the message somebody answers to. */
export const Quote = z.strictObject({
  id: z.uuid(),
  seq,
  senderId: z.uuid(),
  senderName: z.string(),
  kind: MessageKind,
  text: z.string().nullable().describe("The beginning; null once withdrawn."),
});

/** A message as its readers see it. */
export const Message = z
  .strictObject({
    id: z.uuid(),
    groupId: z.uuid(),
    seq: seq.describe("Gap-free within the group."),
    rev: seq.describe("The change that made it what it is: also gap-free, over messages, edits and withdrawals."),
    clientId: z.uuid(),
    senderId: z.uuid(),
    senderName: z.string(),
    kind: MessageKind,
    text: z.string().nullable(),
    attachment: Photo.nullable(),
    position: Spot.nullable(),
    leadersOnly: z.boolean().nullable().describe("Of a `mode`: may only leaders write from here on?"),
    replyTo: Quote.nullable(),
    sentAt: Moment,
    editedAt: Moment.nullable(),
    withdrawnAt: Moment.nullable().describe("Then nothing is left of what it said."),
  })
  .meta({
    examples: [
      {
        id: MESSAGE_ID,
        groupId: GROUP_ID,
        seq: 128,
        rev: 131,
        clientId: CLIENT_ID,
        senderId: USER_ID,
        senderName: "Siti Aminah",
        kind: "text",
        text: SAID,
        attachment: null,
        position: null,
        leadersOnly: null,
        replyTo: null,
        sentAt: AT,
        editedAt: null,
        withdrawnAt: null,
      },
    ],
  });
export type Message = z.output<typeof Message>;

const SeqQuery = z.coerce.number().int().min(0).max(2_147_483_647);
export const ListMessages = z
  .strictObject({
    groupId: z.uuid(),
    before: SeqQuery.optional().describe("The newest ones below this number, newest first."),
    after: SeqQuery.optional().describe("The oldest ones above this number, oldest first."),
    since: SeqQuery.optional().describe("Everything changed after this `rev`, in the order of the changes."),
    q: z.string().trim().min(1).max(120).optional().describe("Part of the text; newest first."),
    limit: PageInput.shape.limit,
  })
  .refine(({ before, after, since }) => [before, after, since].filter((one) => one !== undefined).length <= 1, {
    path: ["after"],
    error: "one_direction",
  });
export type ListMessages = z.output<typeof ListMessages>;
/** `nextCursor` is the `before`, `after` or `since` of the next page. */
export const MessagePage = z
  .strictObject({ data: z.array(Message), nextCursor: z.string().nullable(), lastSeq: seq, lastRev: seq })
  .meta({
    examples: [{ data: Message.meta()?.examples ?? [], nextCursor: null, lastSeq: 128, lastRev: 131 } as never],
  });
export type MessagePage = z.output<typeof MessagePage>;

/** How far somebody of the group has read. */
const Reader = z.strictObject({
  userId: z.uuid(),
  personName: z.string(),
  avatar: z.string().nullable().describe("Path of the picture."),
  role: GroupRole,
  joinedAt: Moment,
  seq,
});

const Muted = z.boolean().describe("The caller wants to hear nothing of it: no badge, no bell.");

/** One group's chat as its reader finds it. */
export const Chat = z
  .strictObject({
    groupId: z.uuid(),
    lastSeq: seq,
    lastRev: seq,
    leadersOnly: z.boolean(),
    mayWrite: z.boolean(),
    mayModerate: z.boolean(),
    readSeq: seq.describe("How far the caller has read."),
    unread: z.number().int().min(0),
    muted: Muted,
    members: z.array(Reader),
  })
  .meta({
    examples: [
      {
        groupId: GROUP_ID,
        lastSeq: 128,
        lastRev: 131,
        leadersOnly: false,
        mayWrite: true,
        mayModerate: false,
        readSeq: 127,
        unread: 1,
        muted: false,
        members: [
          { userId: USER_ID, personName: "Siti Aminah", avatar: null, role: "pilgrim", joinedAt: AT, seq: 127 },
        ],
      },
    ],
  });
export type Chat = z.output<typeof Chat>;

/** One line of the caller's chats. */
export const ChatSummary = z
  .strictObject({
    groupId: z.uuid(),
    number: z.number().int(),
    name: z.string(),
    endsAt: Moment,
    lastSeq: seq,
    unread: z.number().int().min(0),
    muted: Muted,
    last: Message.nullable(),
  })
  .meta({
    examples: [
      {
        groupId: GROUP_ID,
        number: 4,
        name: "Umrah Akhir Musim",
        endsAt: AT,
        lastSeq: 128,
        unread: 1,
        muted: false,
        last: null,
      },
    ],
  });
export type ChatSummary = z.output<typeof ChatSummary>;
export const ChatList = z
  .strictObject({ data: z.array(ChatSummary), nextCursor: z.null(), userId: z.uuid().describe("Whose.") })
  .meta({ examples: [{ data: ChatSummary.meta()?.examples ?? [], nextCursor: null, userId: USER_ID } as never] });
export type ChatList = z.output<typeof ChatList>;
export const ListChats = z.strictObject({});

export const ChatRef = z.strictObject({ groupId: z.uuid() });
export const UpdateChat = z
  .strictObject({ groupId: z.uuid(), leadersOnly: z.boolean() })
  .meta({ examples: [{ groupId: GROUP_ID, leadersOnly: true }] });
export const MuteChat = z
  .strictObject({ groupId: z.uuid(), muted: z.boolean() })
  .meta({ examples: [{ groupId: GROUP_ID, muted: true }] });
export const ChatMuted = z.strictObject({ muted: Muted }).meta({ examples: [{ muted: true }] });
export const MarkRead = z
  .strictObject({ groupId: z.uuid(), seq: seq.max(2_147_483_647) })
  .meta({ examples: [{ groupId: GROUP_ID, seq: 128 }] });
export const ReadMark = z
  .strictObject({ seq, unread: z.number().int().min(0) })
  .meta({ examples: [{ seq: 128, unread: 0 }] });
export type ReadMark = z.output<typeof ReadMark>;

export const MessageRef = z.strictObject({ id: z.uuid() });
export const EditMessage = z
  .strictObject({ id: z.uuid(), text: textBlock(TEXT_MAX) })
  .meta({ examples: [{ id: MESSAGE_ID, text: "Kami di lantai 3" }] });

/** Who has read a message and who has not; whoever joined later is in neither list. */
const Somebody = z.strictObject({ userId: z.uuid(), personName: z.string() });
export const ListReaders = z.strictObject({ groupId: z.uuid(), id: z.uuid() });
export const Readers = z
  .strictObject({ read: z.array(Somebody), unread: z.array(Somebody) })
  .meta({ examples: [{ read: [{ userId: USER_ID, personName: "Siti Aminah" }], unread: [] }] });
export type Readers = z.output<typeof Readers>;

/** A page of a talk. */
export const ListEarlier = z.strictObject({ groupId: z.uuid(), ids: z.array(z.uuid()).max(100) });
/** What a message said before. */
export const Original = z.strictObject({
  text: z.string().nullable(),
  attachment: Photo.nullable(),
  position: Spot.nullable(),
  why: z.enum(["edited", "withdrawn"]),
  replacedAt: Moment,
});
export const OriginalList = z.strictObject({ data: z.array(Original), nextCursor: z.null() }).meta({
  examples: [
    {
      data: [{ text: SAID, attachment: null, position: null, why: "edited", replacedAt: AT }],
      nextCursor: null,
    },
  ],
});
export type Original = z.output<typeof Original>;

/** The bytes of a picture, whatever the request said they were. */
export const UploadPhoto = z.strictObject({ groupId: z.uuid(), file: z.instanceof(Uint8Array) });
export const PhotoTaken = Photo.meta({ examples: [PHOTO] });
export const ReadPhoto = z.strictObject({
  groupId: z.uuid(),
  id: z.uuid(),
  size: z.enum(["small", "full"]).default("full"),
});

/** The office looks into a group's chat: why, and until when. */
export const OpenLook = z
  .strictObject({ groupId: z.uuid(), reason: textBlock(500) })
  .meta({ examples: [{ groupId: GROUP_ID, reason: "Keluhan Ibu Endang tentang bus, 20 November" }] });
export const LookOpened = z.strictObject({ endsAt: Moment }).meta({ examples: [{ endsAt: AT }] });
