import { memoryOutbox, Outbox, type Outgoing, type Sent } from "@/components/chat/outbox";
import { ChatSync, type PageQuery } from "@/components/chat/sync";
import { shown, snapshotOf, type Thread } from "@/components/chat/thread";
import { sendMessage } from "@/lib/chat/commands/send-message";
import type { Message, MessagePage } from "@/lib/chat/contract";
import { listMessages } from "@/lib/chat/queries";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

/** Between one phone and the server: events wait here until they are delivered, doubled, turned around or lost. */
export class Phone {
  online = true;
  /** How many answers get lost from now on, though the server did what was asked. */
  lostAnswers = 0;
  private readonly air: Message[] = [];
  private readonly kept = memoryOutbox();
  private saved: Thread | null = null;
  sync: ChatSync;
  outbox: Outbox;

  constructor(
    private readonly groupId: string,
    private server: () => Call,
  ) {
    this.sync = this.newSync(null);
    this.outbox = this.newOutbox();
  }

  private newSync = (snapshot: Thread | null) => new ChatSync((query) => this.ask(query), undefined, snapshot);
  private newOutbox = () =>
    new Outbox({
      store: this.kept,
      send: (item) => this.send(item),
      upload: async () => ({ kind: "refused", code: "unused" }),
      onSent: (message) => this.sync.heard(message),
      // Nobody waits here: a phone tries again when the network is back.
      later: () => () => undefined,
    });

  private loses = () => {
    if (this.lostAnswers === 0) return false;
    this.lostAnswers -= 1;
    return true;
  };

  private async ask(query: PageQuery): Promise<MessagePage | null> {
    if (!this.online) return null;
    const page = await listMessages(this.server(), {
      groupId: this.groupId,
      ...query,
      limit: Math.min(query.limit ?? 7, 7),
    });
    return this.loses() || !this.online ? null : page;
  }

  private async send({ clientId, kind, text }: Outgoing): Promise<Sent> {
    if (!this.online) return { kind: "failed" };
    const message = await sendMessage(this.server(), { groupId: this.groupId, clientId, kind, text });
    return this.loses() ? { kind: "failed" } : { kind: "sent", message };
  }

  write = (text: string) =>
    this.outbox.add({ clientId: newId(), groupId: this.groupId, kind: "text", text, madeAt: Date.now() });

  /** What the server sends now; without a connection it is gone. */
  hears(message: Message) {
    if (this.online) this.air.push(message);
  }

  lose = (count: number) => void this.air.splice(0, count);
  deliver(count: number, how: "once" | "twice" | "backwards") {
    const taken = this.air.splice(0, count);
    const order = how === "backwards" ? taken.reverse() : how === "twice" ? taken.flatMap((one) => [one, one]) : taken;
    for (const message of order) this.sync.heard(message);
  }

  save = () => {
    const now = this.sync.read();
    this.saved = now && snapshotOf(now, 5);
  };

  /** The page is closed without a word and opened again, with what it had kept last. */
  async crash() {
    this.outbox.stop();
    this.air.length = 0;
    this.sync = this.newSync(this.saved);
    this.outbox = this.newOutbox();
    await this.outbox.open();
  }

  /** Back on the network: the socket connects, what waits is sent, what was missed is asked for. */
  async comeBack() {
    this.online = true;
    this.lostAnswers = 0;
    this.air.length = 0;
    this.outbox.kick();
    await this.outbox.flush();
    await this.sync.catchUp();
  }

  async everything(): Promise<Message[]> {
    while (!this.sync.read()?.complete) if (!(await this.sync.loadOlder())) break;
    const thread = this.sync.read();
    return thread ? shown(thread) : [];
  }
}
