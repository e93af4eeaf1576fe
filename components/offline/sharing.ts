import { connectLive } from "@/components/live/connect";
import { serverNow } from "@/components/ui/server-clock";
import { openFixStore } from "./fix-store";
import { type WatchTrouble, watchDevice } from "./position-watch";
import { DurableSender } from "./sender";
import { AT_REST, judgeSharing, type SharingView } from "./sharing-view";
import { sendPositions } from "./transport";
import { sentBy } from "./who";

/** Runs `task` in one tab of this browser at a time; where the browser cannot tell tabs apart, at once. */
function inOneTab(name: string, signal: AbortSignal, task: () => Promise<void>): void {
  if (!navigator.locks) return void task();
  // Aborted while waiting: the tab was closed or the person left.
  navigator.locks.request(name, { signal }, task).catch(() => undefined);
}

/** Watches the device, keeps every fix, sends it. One per tab and person; `start` and `stop` may be called in any order. */
export class SharingSession {
  private view: SharingView = AT_REST;
  private readonly listeners = new Set<() => void>();
  private readonly over = new AbortController();
  private enabled = false;
  private leading = false;
  private trouble: WatchTrouble | null = null;
  private sender: DurableSender | null = null;
  private unwatch: (() => void) | null = null;

  constructor(
    private readonly userKey: string,
    private readonly agency: string | undefined,
  ) {}

  read = (): SharingView => this.view;
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  open(): void {
    inOneTab(`qafila-sender-${this.userKey}`, this.over.signal, () => this.lead());
    this.show();
  }

  /** Sharing on or paused. What was recorded before a pause still goes out; nothing new is recorded. */
  enable(enabled: boolean): void {
    this.enabled = enabled;
    this.arrange();
  }

  close(): void {
    this.over.abort();
    this.unwatch?.();
    this.sender?.stop();
  }

  /** Holds the tab's right to send until the session closes. */
  private async lead(): Promise<void> {
    const store = await openFixStore(`${this.userKey}:${this.agency}`);
    if (this.over.signal.aborted) return;
    const hub = connectLive(this.agency);
    const sender = new DurableSender({
      store,
      now: serverNow,
      send: sendPositions(hub, sentBy(this.agency, this.userKey)),
    });
    this.sender = sender;
    this.leading = true;
    sender.subscribe(this.show);
    const offState = hub.subscribeState(() => hub.readState() === "open" && sender.kick());
    window.addEventListener("online", sender.kick);
    void sender.flush();
    // Watch anew: what the device said before there was a queue was only drawn, not kept.
    this.rest();
    this.arrange();
    await new Promise((resolve) => this.over.signal.addEventListener("abort", resolve, { once: true }));
    offState();
    window.removeEventListener("online", sender.kick);
  }

  private arrange(): void {
    if (this.enabled && !this.unwatch) {
      this.trouble = null;
      this.unwatch = watchDevice({
        seen: (reading) => {
          this.trouble = null;
          this.show({ reading });
        },
        fix: (fix) => void this.sender?.add(fix),
        trouble: (trouble) => {
          this.trouble = trouble;
          this.show();
        },
      });
    }
    if (!this.enabled) this.rest();
    this.show();
  }

  private rest(): void {
    this.unwatch?.();
    this.unwatch = null;
  }

  private show = (change: Partial<Pick<SharingView, "reading">> = {}): void => {
    const { unsent = 0, lastAckAt = null, dropped = 0, failing = false } = this.sender?.read() ?? {};
    const reading = this.enabled ? (change.reading ?? this.view.reading) : null;
    const elsewhere = !this.leading && typeof navigator.locks !== "undefined";
    const inputs = {
      enabled: this.enabled,
      trouble: this.trouble,
      elsewhere,
      hasReading: reading !== null,
      unsent,
      failing,
    };
    this.view = { state: judgeSharing(inputs), unsent, lastAckAt, dropped, elsewhere, reading };
    for (const listener of this.listeners) listener();
  };
}
