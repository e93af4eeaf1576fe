import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A text frame of a client. The mask may be any four bytes; zeros leave the text as it is. */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : 8;
  const frame = Buffer.alloc(head + length);
  frame[0] = 0x81;
  if (length < 126) frame[1] = 0x80 | length;
  else {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  }
  frame.write(text, head);
  return frame;
}

/** Hears one text frame: it lies in `bytes` from `from` to `to`, and only until this returns. */
export type Hear = (bytes: Buffer, from: number, to: number) => void;

/**
 * The client's end of a WebSocket by hand, so that a thousand of them cost the machine next to nothing and every server
 * is measured with the same clients. Reads unfragmented text frames only.
 */
export class Wire {
  private hear: Hear = () => undefined;
  private rest: Buffer | null = null;
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
  }

  static async open(port: number, path: string): Promise<Wire> {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    const wire = new Wire(socket);
    await new Promise<void>((settle, fail) => {
      socket.once("error", fail);
      socket.once("connect", () => socket.write(greeting(port, path)));
      socket.once("data", (answer) => {
        const end = answer.indexOf("\r\n\r\n");
        if (!answer.toString("latin1", 0, 12).includes("101") || end < 0) {
          return fail(new Error(`no WebSocket at ${path}: ${answer.toString("latin1", 0, 200)}`));
        }
        // What came along with the greeting waits until somebody listens.
        socket.pause();
        if (answer.length > end + 4) socket.unshift(answer.subarray(end + 4));
        socket.on("error", () => undefined);
        settle();
      });
    });
    return wire;
  }

  /** From now on this one hears, whoever did before. */
  listen(hear: Hear): void {
    this.hear = hear;
    if (this.socket.listenerCount("data") === 0) this.socket.on("data", (chunk: Buffer) => this.read(chunk));
    this.socket.resume();
  }

  send(text: string): void {
    this.socket.write(frameOf(text));
  }

  /** Stops reading: what arrives piles up on the server's side. */
  stall(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const [from, to] = span(bytes, at);
      if (to > bytes.length || from === 0) break;
      if ((bytes[at] ?? 0) === 0x81) this.hear(bytes, from, to);
      at = to;
    }
    this.rest = at < bytes.length ? bytes.subarray(at) : null;
  }
}

const INCOMPLETE: [number, number] = [0, Number.POSITIVE_INFINITY];

/** Where the payload of the frame at `at` begins and ends. */
function span(bytes: Buffer, at: number): [number, number] {
  if (bytes.length - at < 2) return INCOMPLETE;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  if (short < 126) return [at + 2, at + 2 + short];
  if (bytes.length - at < (short === 126 ? 4 : 10)) return INCOMPLETE;
  const from = at + (short === 126 ? 4 : 10);
  return [from, from + (short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2)))];
}

const greeting = (port: number, path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Version: 13",
    "",
    "",
  ].join("\r\n");
