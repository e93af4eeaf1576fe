/** What the server may tell us (API.md, Sockets): one closed list. */
export const SERVER_EVENTS = [
  "position:batch",
  "message:new",
  "message:edited",
  "message:withdrawn",
  "read:moved",
  "typing",
  "presence",
  "attendance:changed",
  "eta:changed",
  "ticket:changed",
  "sos:raised",
  "sos:acknowledged",
  "sos:escalated",
  "sos:resolved",
  "event:changed",
  "participant:changed",
  "notification:new",
  "booking:changed",
  "session:replaced",
] as const;
export type ServerEvent = (typeof SERVER_EVENTS)[number];

/** What we may ask of it. All are answered. */
export type ClientCommand =
  | "group:watch"
  | "group:leave"
  | "position:send"
  | "message:send"
  | "message:read"
  | "typing"
  | "event:watch"
  | "gate:watch"
  | "sos:press"
  | "sos:acknowledge";

export type Ack = ({ ok: true } & Record<string, unknown>) | { ok: false; error: string; message: string };

export type LiveState = "idle" | "connecting" | "open" | "retrying" | "signed_out" | "replaced";

/** The little of socket.io-client that is used; given so that tests need no network. */
export type LiveSocket = {
  connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, handler: (...args: unknown[]) => void): unknown;
  timeout(ms: number): { emitWithAck(event: string, payload: unknown): Promise<unknown> };
};

/** A socket that has not answered for this long is treated as gone. */
export const ACK_MS = 10_000;
