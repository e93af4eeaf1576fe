import type { Message, Spot } from "@/lib/chat/contract";
import { backoffMs } from "../offline/sender";

/** A message as it waits on this device. It leaves only when the server has it, or its writer gives it up. */
export type Outgoing = {
  clientId: string;
  groupId: string;
  kind: "text" | "photo" | "position";
  text?: string;
  position?: Spot;
  replyTo?: string;
  /** The picture itself, until it is uploaded; then its name on the server. */
  picture?: Blob;
  attachment?: string;
  /** When it was written, ms. */
  madeAt: number;
  /** The server will not take it as it is; the refusal's code. */
  refused?: string;
};

export type OutboxStore = {
  /** Replaces what has the same client id. */
  put(item: Outgoing): Promise<void>;
  /** In the order in which they were written. */
  all(): Promise<Outgoing[]>;
  remove(clientId: string): Promise<void>;
};

/** sent: the server has it, for ever. refused: it never will. failed: perhaps later. */
export type Sent =
  | { kind: "sent"; message: Message }
  | { kind: "refused"; code: string }
  | { kind: "failed"; retryAfterMs?: number };
export type Uploaded = { kind: "sent"; attachment: string } | Exclude<Sent, { kind: "sent" }>;

export type OutboxParts = {
  store: OutboxStore;
  send: (item: Outgoing) => Promise<Sent>;
  upload: (item: Outgoing) => Promise<Uploaded>;
  /** The server's own copy, as soon as it answers. */
  onSent: (message: Message) => void;
  later?: (task: () => void, ms: number) => () => void;
  random?: () => number;
};

const byTimeout = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** Sends what waits, in order, one at a time, until the server has answered for each: an answer may come late, twice or
 * never, and the client id decides. */
export class Outbox {
  private items: readonly Outgoing[] = [];
  private readonly listeners = new Set<() => void>();
  private flight: Promise<void> | null = null;
  private again = false;
  private callOff: (() => void) | null = null;
  private attempt = 0;
  private stopped = false;

  constructor(private readonly parts: OutboxParts) {}

  read = (): readonly Outgoing[] => this.items;
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What an earlier visit left. */
  async open(): Promise<void> {
    await this.reload();
    void this.flush();
  }

  /** Resolves once it is kept on the device: from then on no crash loses it. */
  async add(item: Outgoing): Promise<void> {
    await this.parts.store.put(item);
    await this.reload();
    this.kick();
  }

  /** Its writer gives it up. */
  async drop(clientId: string): Promise<void> {
    await this.parts.store.remove(clientId);
    await this.reload();
  }

  /** The server's list has it: it was sent, though the answer was lost. */
  async arrived(clientIds: ReadonlySet<string>): Promise<void> {
    const there = this.items.filter(({ clientId }) => clientIds.has(clientId));
    if (there.length === 0) return;
    for (const { clientId } of there) await this.parts.store.remove(clientId);
    await this.reload();
  }

  /** Tries one that was refused once more. */
  async retry(clientId: string): Promise<void> {
    const item = this.items.find((one) => one.clientId === clientId);
    if (!item) return;
    await this.parts.store.put({ ...item, refused: undefined });
    await this.reload();
    this.kick();
  }

  /** The network is back: forget the waiting and send now. */
  kick = (): void => {
    this.attempt = 0;
    this.stopWaiting();
    void this.flush();
  };

  flush(): Promise<void> {
    if (this.callOff || this.stopped) return this.flight ?? Promise.resolve();
    if (this.flight) this.again = true;
    this.flight ??= this.drain().finally(() => {
      this.flight = null;
      if (!this.again) return undefined;
      this.again = false;
      // Asked for while an attempt was failing: that attempt's waiting does not hold this one up.
      this.stopWaiting();
      return this.flush();
    });
    return this.flight;
  }

  stop(): void {
    this.stopped = true;
    this.stopWaiting();
  }

  private stopWaiting(): void {
    this.callOff?.();
    this.callOff = null;
  }

  private async drain(): Promise<void> {
    while (!this.stopped) {
      const next = this.items.find(({ refused }) => refused === undefined);
      if (!next) return;
      const outcome = await this.attemptOnce(next).catch((): Sent => ({ kind: "failed" }));
      if (outcome.kind === "failed") return this.wait(outcome.retryAfterMs);
      this.attempt = 0;
      await this.settle(next, outcome);
    }
  }

  private async attemptOnce(item: Outgoing): Promise<Sent> {
    if (!item.picture || item.attachment) return this.parts.send(item);
    const uploaded = await this.parts.upload(item);
    if (uploaded.kind !== "sent") return uploaded;
    // Given up while it went up: nobody has it to send.
    if (!this.isHere(item)) return { kind: "refused", code: "dropped" };
    const ready = { ...item, attachment: uploaded.attachment };
    await this.parts.store.put(ready);
    return this.parts.send(ready);
  }

  private async settle(item: Outgoing, outcome: Exclude<Sent, { kind: "failed" }>): Promise<void> {
    if (outcome.kind === "sent") {
      this.parts.onSent(outcome.message);
      await this.parts.store.remove(item.clientId);
    } else if (this.isHere(item)) {
      // Uploaded so long ago that the server has swept it: the picture itself is still here.
      const isSwept = item.picture && item.attachment && outcome.code === "attachment_not_found";
      await this.parts.store.put(isSwept ? { ...item, attachment: undefined } : { ...item, refused: outcome.code });
    }
    await this.reload();
  }

  /** Its writer may have given it up meanwhile. */
  private isHere({ clientId }: Outgoing): boolean {
    return this.items.some((one) => one.clientId === clientId);
  }

  private wait(retryAfterMs?: number): void {
    const pause = retryAfterMs ?? backoffMs(this.attempt, (this.parts.random ?? Math.random)());
    this.attempt += 1;
    if (this.stopped) return;
    this.callOff = (this.parts.later ?? byTimeout)(() => {
      this.callOff = null;
      void this.flush();
    }, pause);
  }

  private async reload(): Promise<void> {
    this.items = await this.parts.store.all();
    for (const listener of this.listeners) listener();
  }
}

/** A store that lives as long as the page: for tests, and for browsers that keep nothing. */
export function memoryOutbox(): OutboxStore {
  const kept = new Map<string, Outgoing>();
  return {
    put: async (item) => void kept.set(item.clientId, item),
    all: async () => [...kept.values()],
    remove: async (clientId) => void kept.delete(clientId),
  };
}
