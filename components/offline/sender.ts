import type { FixStore, OutgoingFix, SendBatch, SendOutcome } from "./fix";
import { idsToThin, QUEUE_MAX } from "./thinning";

export const BATCH_MAX = 500;
const BACKOFF_FIRST_MS = 1_000;
const BACKOFF_MAX_MS = 60_000;

export type SenderState = {
  unsent: number;
  lastAckAt: number | null;
  /** Fixes given up because the device was silent for very long. */
  dropped: number;
  /** The last attempt failed and another is planned. */
  failing: boolean;
};

export type SenderParts = {
  store: FixStore;
  send: SendBatch;
  now?: () => number;
  /** Runs `task` later and returns how to call it off; given so that tests own the clock. */
  later?: (task: () => void, ms: number) => () => void;
  random?: () => number;
  max?: number;
};

const byTimeout = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** Wait before attempt n (0-based), in ms: doubling to a minute, spread so that a whole group does not return at once. */
export const backoffMs = (attempt: number, random: number): number =>
  Math.round(Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** Math.min(attempt, 10)) * (0.5 + random / 2));

/**
 * Keeps every fix on the device until the server has answered for its id, and sends the rest again. One batch is in
 * flight at a time. An answer may come late, twice or never: ids decide, so nothing is lost and nothing kept twice.
 */
export class DurableSender {
  private state: SenderState = { unsent: 0, lastAckAt: null, dropped: 0, failing: false };
  private readonly listeners = new Set<() => void>();
  private readonly now: () => number;
  private readonly later: (task: () => void, ms: number) => () => void;
  private flight: Promise<void> | null = null;
  private callOff: (() => void) | null = null;
  private attempt = 0;
  private batchMax = BATCH_MAX;
  private stopped = false;
  private again = false;
  private kicked = false;

  constructor(private readonly parts: SenderParts) {
    this.now = parts.now ?? Date.now;
    this.later = parts.later ?? byTimeout;
  }

  read = (): SenderState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Keeps a fix on the device, then sends. Resolves once kept. */
  async add(fix: OutgoingFix): Promise<void> {
    await this.parts.store.add(fix);
    const dropped = idsToThin(await this.parts.store.ids(), this.parts.max ?? QUEUE_MAX);
    if (dropped.length > 0) await this.parts.store.remove(dropped);
    await this.recount({ dropped: this.state.dropped + dropped.length });
    void this.flush();
  }

  /** The network is back: forget the waiting and send now. An attempt that is just failing is followed at once. */
  kick = (): void => {
    this.attempt = 0;
    this.kicked = this.flight !== null;
    this.stopWaiting();
    void this.flush();
  };

  /** Sends what waits until nothing does or an attempt fails. While one is in flight the same promise is returned. */
  flush(): Promise<void> {
    if (this.callOff || this.stopped) return this.flight ?? Promise.resolve();
    if (this.flight) this.again = true;
    this.flight ??= this.drain().finally(this.landed);
    return this.flight;
  }

  /** No more attempts; what waits stays on the device. */
  stop(): void {
    this.stopped = true;
    this.stopWaiting();
  }

  /** A fix kept while the last look at the store was under way would wait for the next one: look again. */
  private landed = (): Promise<void> | undefined => {
    this.flight = null;
    if (this.kicked) this.stopWaiting();
    if (!this.again && !this.kicked) return undefined;
    this.kicked = false;
    this.again = false;
    return this.flush();
  };

  private async drain(): Promise<void> {
    await this.recount({});
    while (!this.stopped) {
      const batch = await this.parts.store.oldest(this.batchMax);
      if (batch.length === 0) return;
      const outcome = await this.attemptOnce(batch);
      if (!(await this.settle(batch, outcome))) return;
    }
  }

  private async attemptOnce(batch: OutgoingFix[]): Promise<SendOutcome> {
    try {
      return await this.parts.send(batch);
    } catch {
      return { kind: "failed" };
    }
  }

  /** True when the next batch may go at once. */
  private async settle(batch: OutgoingFix[], outcome: SendOutcome): Promise<boolean> {
    if (outcome.kind === "refused") return this.isolate(batch);
    const sent = new Set(batch.map((fix) => fix.id));
    const answered = outcome.kind === "answered" ? outcome.ids.filter((id) => sent.has(id)) : [];
    if (answered.length === 0) {
      this.wait(outcome.kind === "failed" ? outcome.retryAfterMs : undefined);
      return false;
    }
    await this.parts.store.remove(answered);
    this.attempt = 0;
    this.batchMax = BATCH_MAX;
    await this.recount({ lastAckAt: this.now(), failing: false });
    return true;
  }

  /** A batch the server will never take is halved until the bad fix is alone; that one is given up, the rest go. */
  private async isolate(batch: OutgoingFix[]): Promise<boolean> {
    const only = batch.length === 1 ? batch[0] : undefined;
    if (!only) {
      this.batchMax = Math.ceil(batch.length / 2);
      return true;
    }
    await this.parts.store.remove([only.id]);
    this.batchMax = BATCH_MAX;
    await this.recount({ dropped: this.state.dropped + 1 });
    return true;
  }

  private wait(retryAfterMs?: number): void {
    const pause = retryAfterMs ?? backoffMs(this.attempt, (this.parts.random ?? Math.random)());
    this.attempt++;
    this.change({ failing: true });
    if (this.stopped) return;
    this.callOff = this.later(() => {
      this.callOff = null;
      void this.flush();
    }, pause);
  }

  private stopWaiting(): void {
    this.callOff?.();
    this.callOff = null;
  }

  private async recount(change: Partial<SenderState>): Promise<void> {
    this.change({ ...change, unsent: (await this.parts.store.ids()).length });
  }

  private change(change: Partial<SenderState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
