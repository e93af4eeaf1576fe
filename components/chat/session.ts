import type { Chat, Message, MessagePage } from "@/lib/chat/contract";
import { type Desk, openDesk } from "./desk";
import type { Outgoing } from "./outbox";
import { countEarlier, newFor } from "./rows";
import { isWatched } from "./sight";
import { type Draft, NO_DRAFT, type Snapshot, threadOf } from "./store";
import { ChatSync } from "./sync";
import { EMPTY, openThread, shown, snapshotOf } from "./thread";

/** Messages kept for a cold start. */
const KEPT = 150;
/** As many messages a chat brings by itself to begin at the first that is new; for more somebody asks. */
const REACH = 500;
const READ_AFTER_MS = 400;
const TYPING_EVERY_MS = 3_000;
const TYPING_LASTS_MS = 6_000;
/** Without a socket a chat is asked for so often. */
const POLL_MS = 20_000;

export type ChatView = {
  /** Null until anything is known. */
  messages: readonly Message[] | null;
  complete: boolean;
  /** What waits on this device for this group. */
  waiting: readonly Outgoing[];
  chat: Chat | null;
  /** How far the others have read. */
  reads: ReadonlyMap<string, number>;
  typing: readonly string[];
  /** Who of the others has the product open now; null for whoever is not told. */
  online: ReadonlySet<string> | null;
  /** The list is the server's as far as is known. */
  fresh: boolean;
  /** So many new messages lie before the first that is here, */
  earlier: number;
  /** and these are being brought. */
  reaching: boolean;
  /** What is being written answers to this one. */
  answersTo: Message | null;
};
export const NOTHING: ChatView = {
  messages: null,
  complete: true,
  waiting: [],
  chat: null,
  reads: new Map(),
  typing: [],
  online: null,
  fresh: false,
  earlier: 0,
  reaching: true,
  answersTo: null,
};
export type Initial = { chat: Chat; page: MessagePage };
type Place = { agency: string; userId: string; groupId: string; initial: Initial | null };

/** One group's chat on one screen: what is known at once, what is heard, and what waits to be sent. */
export class ChatSession {
  private view: ChatView = NOTHING;
  private readonly listeners = new Set<() => void>();
  private readonly ends: (() => void)[] = [];
  private readonly typers = new Map<string, { name: string; until: number }>();
  private desk: Desk | null = null;
  private sync: ChatSync | null = null;
  private closed = false;
  private saidTyping = 0;
  private written = NO_DRAFT;
  private readTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly place: Place) {}

  read = (): ChatView => this.view;
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  async open(): Promise<void> {
    const { agency, userId, groupId, initial } = this.place;
    const desk = await openDesk(agency, userId);
    const [snapshot, draft] = await Promise.all([desk.snapshots.load(groupId), desk.snapshots.findDraft(groupId)]);
    if (this.closed) return;
    this.desk = desk;
    this.written = draft;
    this.show({ answersTo: draft.answersTo });
    // A page that was kept for a time without a network may be older than what was seen since.
    const kept = snapshot && snapshot.rev > (initial?.page.lastRev ?? -1) ? snapshot : null;
    const begun = kept ? threadOf(kept) : initial && openThread(initial.page);
    const fetchPage = (query: object) => desk.api.page(groupId, query);
    this.sync = new ChatSync(fetchPage, () => this.show(), begun);
    this.adopt(kept?.chat ?? initial?.chat ?? null);
    this.listen(desk);
    await Promise.all([this.reach(REACH), this.refresh()]);
  }

  close(): void {
    this.save();
    this.closed = true;
    if (this.readTimer) {
      clearTimeout(this.readTimer);
      void this.tellRead(this.view.chat?.readSeq ?? 0);
    }
    for (const end of this.ends) end();
  }

  /** Whoever comes back, by whichever way, asks for all that was missed. */
  refresh = async (): Promise<void> => {
    const { desk, sync } = this;
    if (!desk || !sync || this.closed) return;
    const [isEqual, chat] = await Promise.all([sync.catchUp(), desk.api.chat(this.place.groupId)]);
    if (this.closed) return;
    this.adopt(chat);
    const read = this.view.chat?.readSeq ?? 0;
    // What was read without a network was told to nobody, and the chat was counted without it.
    if (chat && chat.readSeq < read)
      this.adopt(await this.tellRead(read).then(() => desk.api.chat(this.place.groupId)));
    await this.reach(REACH);
    this.show({ fresh: isEqual });
    this.save();
  };

  loadOlder = (): Promise<boolean> => this.sync?.loadOlder() ?? Promise.resolve(false);
  /** Loads what was said before until the first that is new is there. False: not without a network. */
  reach = async (most = Number.POSITIVE_INFINITY): Promise<boolean> => {
    const isNear = () => this.view.earlier === 0 || (this.view.messages?.length ?? 0) >= most;
    this.show({ reaching: true });
    let isThere = true;
    while (isThere && !isNear()) isThere = await this.loadOlder();
    this.show({ reaching: false });
    return isThere;
  };
  /** Loads what was said before until this number is there. False: not without a network. */
  bringIn = async (seq: number): Promise<boolean> => {
    for (let thread = this.sync?.read(); thread && thread.oldest > seq && !thread.complete; thread = this.sync?.read())
      if (!(await this.loadOlder())) return false;
    return true;
  };
  send = (item: Omit<Outgoing, "groupId" | "madeAt">) =>
    this.desk?.outbox.add({ ...item, groupId: this.place.groupId, madeAt: Date.now() });
  drop = (clientId: string) => this.desk?.outbox.drop(clientId);
  retry = (clientId: string) => this.desk?.outbox.retry(clientId);
  /** A change of one's own, as the server answered it. */
  changed = (message: Message) => this.sync?.heard(message);
  adoptChat = (chat: Chat) => this.adopt(chat);
  /** A picture's bytes; small ones stay with the last messages, so that they are there without a network. */
  photo = async (id: string, size: "small" | "full"): Promise<Blob | null> => {
    const { desk } = this;
    if (!desk) return null;
    const { groupId } = this.place;
    const kept = size === "small" ? await desk.snapshots.findPhoto(id) : null;
    if (kept) return kept;
    const picture = await desk.api.photo(groupId, id, size);
    if (picture && size === "small") void desk.snapshots.keepPhoto(groupId, id, picture);
    return picture;
  };
  get userId() {
    return this.place.userId;
  }
  get api() {
    return this.desk?.api ?? null;
  }
  /** What is being written: a look at another page or a reload takes nothing of it. */
  get draft(): string {
    return this.written.words;
  }
  set draft(words: string) {
    this.keep({ words });
  }
  /** What is being written is an answer to this one, or to none any more. */
  answer = (answersTo: Message | null): void => {
    this.show({ answersTo });
    this.keep({ answersTo });
  };

  /** Everything up to here was in sight; what was never here was not. */
  sawUpTo = (seq: number): void => {
    if (this.view.earlier === 0) this.readTo(seq);
  };
  /** Somebody goes past all that is new: their choice. */
  passOver = (): void => this.readTo(this.view.messages?.at(-1)?.seq ?? 0);

  private readTo(seq: number): void {
    const { chat, messages } = this.view;
    if (!chat || seq <= chat.readSeq || !isWatched()) return;
    const unread = messages?.filter(newFor(chat, this.userId, seq)).length ?? 0;
    this.show({ chat: { ...chat, readSeq: seq, unread } });
    if (this.readTimer) clearTimeout(this.readTimer);
    this.readTimer = setTimeout(() => void this.tellRead(seq), READ_AFTER_MS);
  }

  type = (): void => {
    const now = Date.now();
    if (now - this.saidTyping < TYPING_EVERY_MS || this.desk?.hub.readState() !== "open") return;
    this.saidTyping = now;
    void this.desk.hub.ask("typing", { groupId: this.place.groupId });
  };

  private keep(change: Partial<Draft>): void {
    this.written = { ...this.written, ...change };
    void this.desk?.snapshots.keepDraft(this.place.groupId, this.written);
  }

  private async tellRead(seq: number): Promise<void> {
    const { groupId } = this.place;
    this.readTimer = null;
    if (this.desk?.hub.readState() === "open") {
      const answer = await this.desk.hub.ask("message:read", { groupId, seq });
      if (answer.ok) return;
    }
    await this.desk?.api.read(groupId, seq);
  }

  private listen({ hub, outbox, onSent }: Desk): void {
    const message = (payload: unknown) => this.hear((payload as { message?: Message } | null)?.message);
    this.ends.push(
      hub.on("message:new", message),
      hub.on("message:edited", message),
      hub.on("message:withdrawn", message),
      hub.on("read:moved", (payload) => this.hearReads(payload as Reads)),
      hub.on("typing", (payload) => this.hearTyping(payload as Typing)),
      hub.on("presence", (payload) => this.hearPresence(payload as Presence)),
      hub.subscribeState(() => (hub.readState() === "open" ? void this.refresh() : this.show({ fresh: false }))),
      outbox.subscribe(() => this.show()),
      onSent((sent) => this.hear(sent)),
    );
    const back = () => (document.visibilityState === "visible" ? void this.refresh() : this.save());
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", back);
    // The socket hears of it later, or never if it was not yet back.
    const gone = () => this.show({ fresh: false });
    window.addEventListener("offline", gone);
    const poll = setInterval(() => hub.readState() !== "open" && back(), POLL_MS);
    const fade = setInterval(() => this.fadeTyping(), TYPING_EVERY_MS / 2);
    this.ends.push(
      () => document.removeEventListener("visibilitychange", back),
      () => window.removeEventListener("online", back),
      () => window.removeEventListener("offline", gone),
      () => clearInterval(poll),
      () => clearInterval(fade),
    );
  }

  private hear(message: Message | undefined): void {
    if (message?.groupId !== this.place.groupId) return;
    this.typers.delete(message.senderId);
    this.sync?.heard(message);
    // Who may write changed: the chat's own words say so.
    if (message.kind === "mode") void this.refresh();
  }

  private hearReads({ groupId, reads }: Reads): void {
    if (groupId !== this.place.groupId || !Array.isArray(reads)) return;
    const next = new Map(this.view.reads);
    for (const { userId, seq } of reads) next.set(userId, Math.max(seq, next.get(userId) ?? 0));
    this.show({ reads: next });
  }

  private hearTyping({ groupId, userId, personName }: Typing): void {
    if (groupId !== this.place.groupId || userId === this.place.userId) return;
    this.typers.set(userId, { name: personName, until: Date.now() + TYPING_LASTS_MS });
    this.show();
  }

  private hearPresence({ groupId, online }: Presence): void {
    if (groupId !== this.place.groupId || !Array.isArray(online)) return;
    this.show({ online: new Set(online.filter((userId) => userId !== this.place.userId)) });
  }

  private fadeTyping(): void {
    const gone = [...this.typers].filter(([, { until }]) => until <= Date.now());
    for (const [userId] of gone) this.typers.delete(userId);
    if (gone.length > 0) this.show();
  }

  private adopt(chat: Chat | null): void {
    if (!chat) return;
    const reads = new Map(this.view.reads);
    for (const { userId, seq } of chat.members) reads.set(userId, Math.max(seq, reads.get(userId) ?? 0));
    const readSeq = Math.max(chat.readSeq, this.view.chat?.readSeq ?? 0);
    this.show({ reads, chat: { ...chat, readSeq } });
  }

  private show(change: Partial<ChatView> = {}): void {
    const thread = this.sync?.read() ?? null;
    const messages = thread ? shown(thread) : null;
    const there = new Set(messages?.map(({ clientId }) => clientId));
    const own = (this.desk?.outbox.read() ?? []).filter(({ groupId }) => groupId === this.place.groupId);
    if (own.some(({ clientId }) => there.has(clientId))) void this.desk?.outbox.arrived(there);
    const waiting = own.filter(({ clientId }) => !there.has(clientId));
    const typing = [...this.typers.values()].map(({ name }) => name);
    const known = { ...this.view, messages, complete: thread?.complete ?? true, waiting, typing, ...change };
    this.view = { ...known, earlier: countEarlier(known.chat, thread ?? EMPTY, this.place.userId) };
    for (const listener of this.listeners) listener();
  }

  private save(): void {
    const thread = this.sync?.read();
    const { chat } = this.view;
    if (!thread || !chat || !this.desk) return;
    const { bySeq, oldest, rev, complete } = snapshotOf(thread, KEPT);
    const snapshot: Snapshot = { chat, messages: [...bySeq.values()], oldest, rev, complete };
    void this.desk.snapshots.save(this.place.groupId, snapshot);
  }
}

type Reads = { groupId: string; reads: { userId: string; seq: number }[] };
type Presence = { groupId: string; online: string[] };
type Typing = { groupId: string; userId: string; personName: string };
