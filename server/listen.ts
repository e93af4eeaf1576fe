import type { Server } from "node:http";
import { codeOf, StartError } from "@/db/start-error";

type Options = {
  /** Demo mode takes the next free port; elsewhere a proxy expects exactly this one. */
  mayMove: boolean;
  say: (message: string) => void;
};

const TRIES = 20;

/** Listens and returns the port it got. Throws a StartError when it may not have the address. */
export async function listen(server: Server, port: number, host: string, { mayMove, say }: Options): Promise<number> {
  const last = mayMove ? Math.min(port + TRIES, 65_535) : port;
  for (let at = port; at <= last; at += 1) {
    const code = await attempt(server, at, host);
    if (code === null) {
      if (at !== port) say(`Port ${port} is taken by another program; using ${at} instead.`);
      return at;
    }
    if (code !== "EADDRINUSE") throw new StartError(refusal(code, at, host));
  }
  const range = last > port ? `Ports ${port} to ${last} are all taken` : `Port ${port} is taken by another program`;
  throw new StartError(`${range}. Stop that program, or set PORT to a free one.`);
}

function refusal(code: string, port: number, host: string): string {
  if (code === "EACCES")
    return `This user may not listen on port ${port}. Set PORT to one above 1023, with a proxy in front.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST ${host} is no address of this machine. Use 127.0.0.1 for this machine only or 0.0.0.0 for the network.`;
  }
  return `Cannot listen on ${host}:${port} (${code}).`;
}

function attempt(server: Server, port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const failed = (error: Error) => {
      server.off("listening", listening);
      resolve(codeOf(error) || error.message);
    };
    const listening = () => {
      server.off("error", failed);
      resolve(null);
    };
    server.once("error", failed);
    server.once("listening", listening);
    server.listen(port, host);
  });
}
