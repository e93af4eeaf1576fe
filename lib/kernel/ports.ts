/** What the house asks of the outside. Interfaces only: adapters stand in server/adapters, the choice in server/runtime.ts. */

/** Answer of Kv.slide: `remaining` calls are left now; `resetMs` until the oldest counted call leaves the window. */
export type Slide = { allowed: boolean; remaining: number; resetMs: number };

/** At most `limit` in any `windowMs`. `cost` 1 takes (default), 0 only looks, -1 gives back what was taken at the same `now`. */
export type SlideRule = { limit: number; windowMs: number; now: number; cost?: 1 | 0 | -1 };

/** Short-lived shared state; everything expires and may be lost. Keys start with `agency:<id>:`, or with a word that is no agency's. */
export interface Kv {
  get<T>(key: string): Promise<T | null>;
  /** In the order of `keys`, null where nothing is. */
  mget<T>(keys: readonly string[]): Promise<(T | null)[]>;
  /** `value` goes through JSON. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  del(...keys: string[]): Promise<void>;
  /** Counts atomically across instances; a refused call is not counted. */
  slide(key: string, rule: SlideRule): Promise<Slide>;
  /** Takes or renews; false while another owner holds it. */
  lease(key: string, owner: string, ttlMs: number): Promise<boolean>;
  /** True when it was ours and is now free. */
  release(key: string, owner: string): Promise<boolean>;
}

export type BusChannel = "facts" | "signals" | "session" | "wake" | "missed";
export type Unsubscribe = () => Promise<void>;

/** Hints between instances: at most once, in order per publisher, heard by oneself too. `missed`: it was away meanwhile. */
export interface Bus {
  /** `message` goes through JSON. Rejects while the bus is down: the caller retries or drops the hint. */
  publish(channel: BusChannel, message: unknown): Promise<void>;
  /** `hear` is called later, never inside publish; what it throws is logged and stops nobody else. */
  subscribe(channel: BusChannel, hear: (message: unknown) => void | Promise<void>): Promise<Unsubscribe>;
}

/** Bytes by key, `agency/<id>/...` or `platform/...`. Size, type and owner live in the row that names the key. */
export interface Files {
  /** Replaces what was there. Throws on a key that leaves its folder. */
  put(key: string, body: Uint8Array | ReadableStream<Uint8Array>, meta: { type: string }): Promise<void>;
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  exists(key: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** One message to one person, in that person's language. The same `dedupeKey` is the same message, however often it is sent. */
export type MailMessage = {
  to: string;
  from?: string;
  subject: string;
  text: string;
  html?: string;
  dedupeKey: string;
  locale: string;
};

/** One text message to one phone number (E.164), by SMS or WhatsApp. The same `dedupeKey` is the same message. */
export type TextMessage = { to: string; text: string; dedupeKey: string; locale: string };

/** sent: the gateway took it · kept: no gateway is set, staff read it in the outbox · refused: for good, do not retry. */
export type Receipt = { state: "sent"; providerId: string } | { state: "kept" } | { state: "refused"; reason: string };

/** A way out of the house. */
export interface Gateway<M> {
  /** Nothing leaves the house: what is sent here is read in the outbox. */
  readonly keeps: boolean;
  /** Throws on trouble that may pass; the task is then tried again. */
  send(message: M): Promise<Receipt>;
}
export type Mail = Gateway<MailMessage>;
export type Texts = Gateway<TextMessage>;

/** An agency's payment gateway: its answer as it came. Throws on trouble that may pass. */
export type Pay = { ask(about: { serverKey: string; transaction: string }): Promise<string> };

/** What tasks may use. */
export type Ports = { kv: Kv; bus: Bus; files: Files; mail: Mail; sms: Texts; whatsapp: Texts; pay: Pay };

/** What a Call carries: no bus and no mail, since commands tell facts instead. `pay` is for what prepares a command. */
export type CallPorts = Pick<Ports, "kv" | "files" | "pay">;
