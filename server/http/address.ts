import type { IncomingMessage } from "node:http";

/** The caller's address: the socket's, or the one `hops` trusted proxies from the right of X-Forwarded-For. */
export function clientAddress(request: IncomingMessage, hops: number): string {
  const own = request.socket.remoteAddress ?? "unknown";
  if (hops === 0) return own;
  const forwarded = request.headers["x-forwarded-for"];
  const list = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? ""))
    .split(",")
    .map((part) => part.trim());
  return [...list.filter(Boolean), own].at(-1 - hops) ?? own;
}
