import { connect, type Socket } from "node:net";

export type Got = { status: number; body: Buffer; firstByteMs: number; ms: number };

/** One kept connection that asks for one thing at a time, by hand: a client that costs more than the server measures itself. */
export class HttpWire {
  private taken: ((bytes: Buffer) => void) | null = null;
  private constructor(private readonly socket: Socket) {
    socket.on("data", (bytes: Buffer) => this.taken?.(bytes));
    socket.on("error", () => undefined);
  }

  static open(port: number): Promise<HttpWire> {
    return new Promise((settle, fail) => {
      const socket = connect(port, "127.0.0.1", () => settle(new HttpWire(socket)));
      socket.setNoDelay(true);
      socket.once("error", fail);
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Got> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const began = performance.now();
    let firstByteMs = 0;
    let bytes: Buffer = Buffer.alloc(0);
    return new Promise((settle, fail) => {
      this.socket.once("close", () => fail(new Error(`the connection was closed during GET ${path}`)));
      this.taken = (more) => {
        firstByteMs ||= performance.now() - began;
        bytes = bytes.length === 0 ? more : Buffer.concat([bytes, more]);
        const body = bodyOf(bytes);
        if (!body) return;
        this.taken = null;
        this.socket.removeAllListeners("close");
        settle({ status: Number(bytes.toString("latin1", 9, 12)), body, firstByteMs, ms: performance.now() - began });
      };
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}\r\n`);
    });
  }

  close(): void {
    this.socket.destroy();
  }
}

const END = Buffer.from("\r\n0\r\n\r\n");

/** The body once it is whole; of a chunked one with the sizes still in it, which is enough to count and to search. */
function bodyOf(bytes: Buffer): Buffer | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.toString("latin1", 0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const body = bytes.subarray(end + 4);
  if (length !== undefined) return body.length >= Number(length) ? body : null;
  if (head.includes("transfer-encoding: chunked")) return bytes.subarray(-END.length).equals(END) ? body : null;
  return body;
}
