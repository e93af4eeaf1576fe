import { drawnFor } from "../offline/who";
import { LiveHub } from "./hub";
import type { LiveSocket } from "./wire";

const hubs = new Map<string, LiveHub>();

/** Where a person lands who was signed out, and why it says so there. Whoever signed out themselves is there already. */
function farewell(reason: "replaced" | "ended", person: string | null): void {
  const { location } = window;
  const isGone = person === null ? location.pathname.startsWith("/sign-in") : drawnFor() !== person;
  if (!isGone) location.assign(`/sign-in?reason=${reason}`);
}

async function openSocket(agency: string | undefined, person: string | null): Promise<LiveSocket> {
  const { io } = await import("socket.io-client");
  return io({
    path: "/socket.io",
    // Cookie of the same origin; the agency is named for people who belong to several, the person for phones that do.
    auth: { ...(agency && { agency }), ...(person && { person }) },
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 15_000,
  });
}

/** The tab's one connection to this agency as the reader of its page, opened on first use. Whoever goes on to another
 * agency of theirs is somebody else to the server. @param agency the slug of the surface this tab shows */
export function connectLive(agency?: string): LiveHub {
  const person = drawnFor();
  const key = `${agency ?? ""}:${person ?? ""}`;
  const signedOut = (reason: "replaced" | "ended") => farewell(reason, person);
  const hub = hubs.get(key) ?? new LiveHub({ open: () => openSocket(agency, person), signedOut });
  hubs.set(key, hub);
  hub.start();
  return hub;
}
