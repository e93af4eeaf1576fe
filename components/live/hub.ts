import {
  ACK_MS,
  type Ack,
  type ClientCommand,
  type LiveSocket,
  type LiveState,
  SERVER_EVENTS,
  type ServerEvent,
} from "./wire";

type Handler = (payload: unknown) => void;
type Watched = {
  command: ClientCommand;
  leave: ClientCommand | null;
  payload: Record<string, string>;
  catchUps: Set<() => void>;
};
export type HubParts = {
  open: () => Promise<LiveSocket>;
  /** Called once when the session was taken over elsewhere or has ended. */
  signedOut: (reason: "replaced" | "ended") => void;
  later?: (task: () => void, ms: number) => void;
};

const RETURN_MS = 2_000;
const OFFLINE: Ack = { ok: false, error: "unavailable", message: "" };
const WATCHES: Partial<Record<ClientCommand, ClientCommand>> = { "group:watch": "group:leave" };

const isAck = (value: unknown): value is Ack => typeof value === "object" && value !== null && "ok" in value;

/**
 * One connection of a tab. What is watched is watched again after every connect, and then whoever watches re-reads,
 * because events missed in between are gone: what arrives here are hints, never the record.
 */
export class LiveHub {
  private state: LiveState = "idle";
  private socket: LiveSocket | null = null;
  private readonly handlers = new Map<ServerEvent, Set<Handler>>();
  private readonly watched = new Map<string, Watched>();
  private readonly listeners = new Set<() => void>();
  /** Who was online last, group by group: it is said when somebody comes or goes, not when a page begins to ask. */
  private readonly present = new Map<unknown, unknown>();

  constructor(private readonly parts: HubParts) {}

  readState = (): LiveState => this.state;
  subscribeState = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Opens the connection once; later calls do nothing. */
  start(): void {
    if (this.state !== "idle") return;
    this.become("connecting");
    this.parts.open().then(
      (socket) => this.adopt(socket),
      () => {
        this.become("idle");
        (this.parts.later ?? setTimeout)(() => this.start(), RETURN_MS);
      },
    );
  }

  on(event: ServerEvent, handler: Handler): () => void {
    const known = this.handlers.get(event) ?? new Set<Handler>();
    this.handlers.set(event, known.add(handler));
    if (event === "presence") for (const payload of this.present.values()) handler(payload);
    return () => void known.delete(handler);
  }

  /** Watches until the returned function is called. `onCatchUp` runs after every (re)connect, once the server listens for us. */
  watch(command: ClientCommand, payload: Record<string, string>, onCatchUp: () => void): () => void {
    const key = `${command} ${JSON.stringify(payload)}`;
    const leave = WATCHES[command] ?? null;
    const entry = this.watched.get(key) ?? { command, leave, payload, catchUps: new Set() };
    entry.catchUps.add(onCatchUp);
    const first = !this.watched.has(key);
    this.watched.set(key, entry);
    if (first && this.state === "open") void this.rewatch(entry);
    return () => {
      entry.catchUps.delete(onCatchUp);
      if (entry.catchUps.size > 0) return;
      this.watched.delete(key);
      if (leave && this.state === "open") void this.ask(leave, payload);
    };
  }

  /** Asks and waits for the answer; a missing answer or connection is `unavailable`, never a thrown error. */
  async ask(command: ClientCommand, payload: unknown): Promise<Ack> {
    if (!this.socket?.connected) return OFFLINE;
    try {
      const answer = await this.socket.timeout(ACK_MS).emitWithAck(command, payload);
      return isAck(answer) ? answer : OFFLINE;
    } catch {
      return OFFLINE;
    }
  }

  private adopt(socket: LiveSocket): void {
    this.socket = socket;
    for (const event of SERVER_EVENTS) {
      socket.on(event, (payload) => this.heard(event, payload));
    }
    socket.on("session:replaced", () => this.end("replaced"));
    socket.on("connect", () => this.opened());
    socket.on("disconnect", (reason) => this.closed(reason));
    socket.on("connect_error", (error) => this.refused(error));
    if (socket.connected) this.opened();
    else socket.connect();
  }

  private heard(event: ServerEvent, payload: unknown): void {
    if (event === "presence") this.present.set((payload as { groupId?: unknown } | null)?.groupId, payload);
    for (const handler of this.handlers.get(event) ?? []) handler(payload);
  }

  private opened(): void {
    this.become("open");
    for (const entry of this.watched.values()) void this.rewatch(entry);
  }

  private async rewatch(entry: Watched): Promise<void> {
    const answer = await this.ask(entry.command, entry.payload);
    if (answer.ok) for (const catchUp of entry.catchUps) catchUp();
  }

  private closed(reason: unknown): void {
    this.present.clear();
    if (this.over()) return;
    this.become("retrying");
    // The client returns by itself, except when it was the server that hung up.
    if (reason === "io server disconnect")
      (this.parts.later ?? setTimeout)(() => this.over() || this.socket?.connect(), RETURN_MS);
  }

  private refused(error: unknown): void {
    const code = (error as { data?: { error?: unknown } } | null)?.data?.error;
    if (code === "session_replaced") this.end("replaced");
    if (code === "unauthenticated" || code === "token_expired") this.end("ended");
    if (this.over()) return;
    this.become("retrying");
    // A refusal by the server (limits, starting up) stops the client's own attempts.
    if (code !== undefined)
      (this.parts.later ?? setTimeout)(() => this.over() || this.socket?.connect(), RETURN_MS * 5);
  }

  private end(reason: "replaced" | "ended"): void {
    if (this.over()) return;
    this.become(reason === "replaced" ? "replaced" : "signed_out");
    this.socket?.disconnect();
    this.parts.signedOut(reason);
  }

  private over = (): boolean => this.state === "replaced" || this.state === "signed_out";

  private become(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
