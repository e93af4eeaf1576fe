import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export type Letter = { from: string; to: string[]; raw: string };

/** A mail server that keeps what it takes. Recipients at `gone.test` are refused for good, at `busy.test` for now. */
export async function startSmtp() {
  const letters: Letter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    serve(socket, letters);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`,
    letters,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function serve(socket: Socket, letters: Letter[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let letter: Letter = { from: "", to: [], raw: "" };
  let inData = false;
  const refusals: Record<string, string> = {
    "gone.test": "550 5.1.1 no such user",
    "busy.test": "450 4.2.1 try later",
  };
  const answers: Record<string, (line: string) => string> = {
    ehlo: () => "250-fake.test\r\n250 8BITMIME",
    mail: (line) => {
      letter = { from: addressIn(line), to: [], raw: "" };
      return "250 ok";
    },
    rcpt: (line) => {
      const refusal = refusals[addressIn(line).split("@")[1] ?? ""];
      if (!refusal) letter.to.push(addressIn(line));
      return refusal ?? "250 ok";
    },
    data: () => {
      inData = true;
      return "354 go on";
    },
    quit: () => "221 bye",
  };
  say("220 fake.test");
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (inData && line === ".") {
      inData = false;
      letters.push(letter);
      say("250 kept");
    } else if (inData) letter.raw += `${line.replace(/^\.\./, ".")}\r\n`;
    else say(answers[line.slice(0, 4).toLowerCase()]?.(line) ?? "250 ok");
  });
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? "";
}

/** The decoded value of a header, encoded words and folding undone. */
export function headerOf({ raw }: Letter, name: string): string {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const value = new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  return value
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) => {
      if (kind.toUpperCase() === "B") return Buffer.from(text, "base64").toString();
      return unquoted(text.replaceAll("_", " "));
    });
}

/** The decoded text of a letter of one part. */
export function textOf(letter: Letter): string {
  const body = letter.raw.slice(letter.raw.indexOf("\r\n\r\n") + 4);
  const how = headerOf(letter, "Content-Transfer-Encoding");
  if (how === "base64") return Buffer.from(body, "base64").toString();
  return how === "quoted-printable" ? unquoted(body.replace(/=\r\n/g, "")) : body;
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
