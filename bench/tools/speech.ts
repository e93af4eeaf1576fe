import type { Wire } from "./wire";

/** One client: where it sits, and whether it sends or watches. */
export type Seat = { group: string; user: string; token?: string; sends: boolean };
export type Fleet = { port: number; language: keyof typeof LANGUAGES; seats: Seat[] };

/** How a server is spoken to. */
export type Speech = {
  path: (seat: Seat) => string;
  greet: (wire: Wire, seat: Seat) => Promise<void>;
  /** Message number `n` with one fix. */
  say: (n: number, fix: string) => string;
  /** The number of an acknowledged message; null when the frame is no acknowledgement. */
  ackOf: (bytes: Buffer, from: number) => number | null;
  /** The acknowledgement when it is a refusal. */
  refusalOf: (bytes: Buffer, from: number, to: number) => string | null;
  isNews: (bytes: Buffer, from: number) => boolean;
  /** Whose fix of which millisecond a frame of news carries. */
  newsOf: (frame: Buffer) => [string, number][];
  keepAlive: (wire: Wire, bytes: Buffer, from: number, to: number) => void;
};

const DIGIT_0 = 48;
const [FOUR, TWO, THREE, OPEN] = [52, 50, 51, 91];

function numberAt(bytes: Buffer, from: number): number {
  let value = 0;
  for (let at = from; ; at += 1) {
    const digit = (bytes[at] ?? 0) - DIGIT_0;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}

const bare: Speech = {
  path: ({ group, user, sends }) => `/?group=${group}&user=${user}${sends ? "" : "&watch"}`,
  greet: async () => undefined,
  say: (n, fix) => `{"n":${n},"fix":${fix}}`,
  // {"ack":7}
  ackOf: (bytes, from) => (bytes[from + 2] === 97 ? numberAt(bytes, from + 7) : null),
  refusalOf: () => null,
  isNews: (bytes, from) => bytes[from + 2] === 102,
  newsOf: (frame) => {
    const { fix } = JSON.parse(frame.toString()) as { fix: { userId: string; at: string } };
    return [[fix.userId, Date.parse(fix.at)]];
  },
  keepAlive: () => undefined,
};

type News = { positions: { userId: string; position: { at: string } | null }[] };

const socketio: Speech = {
  path: () => "/socket.io/?EIO=4&transport=websocket",
  greet: (wire, seat) =>
    new Promise((settle, fail) => {
      wire.listen((bytes, from, to) => {
        const text = bytes.toString("latin1", from, to);
        if (text.startsWith("0{"))
          wire.send(`40${JSON.stringify({ token: seat.token, group: seat.group, user: seat.user })}`);
        else if (text.startsWith("44")) fail(new Error(`refused: ${text}`));
        else if (text.startsWith("40") && seat.sends) settle();
        else if (text.startsWith("40")) wire.send(`420["group:watch",{"groupId":"${seat.group}"}]`);
        else if (text.startsWith("430")) text.includes('"ok":true') ? settle() : fail(new Error(`no watch: ${text}`));
      });
    }),
  say: (n, fix) => `42${n}["position:send",{"positions":[${fix}]}]`,
  ackOf: (bytes, from) => (bytes[from] === FOUR && bytes[from + 1] === THREE ? numberAt(bytes, from + 2) : null),
  refusalOf: (bytes, from, to) => {
    const text = bytes.toString("latin1", from, to);
    return text.includes('"rejected":[]') ? null : text;
  },
  isNews: (bytes, from) => bytes[from] === FOUR && bytes[from + 1] === TWO && bytes[from + 2] === OPEN,
  newsOf: (frame) => {
    const [, news] = JSON.parse(frame.toString("utf8", 2)) as [string, News];
    return news.positions.flatMap(({ userId, position }): [string, number][] =>
      position ? [[userId, Date.parse(position.at)]] : [],
    );
  },
  keepAlive: (wire, bytes, from, to) => {
    if (to - from === 1 && bytes[from] === TWO) wire.send("3");
  },
};

export const LANGUAGES = { bare, socketio };
