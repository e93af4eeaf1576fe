import { LiveHub } from "./hub";
import type { LiveSocket } from "./wire";

let hub: LiveHub | null = null;

/** Where a person lands who was signed out, and why it says so there. */
const farewell = (reason: "replaced" | "ended") => window.location.assign(`/sign-in?reason=${reason}`);

async function openSocket(agency: string | undefined): Promise<LiveSocket> {
  const { io } = await import("socket.io-client");
  return io({
    path: "/socket.io",
    // Cookie of the same origin; the agency is named for people who belong to several.
    auth: agency ? { agency } : {},
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 15_000,
  });
}

/** The tab's one connection, opened on first use. `agency` is the slug of the surface this tab shows. */
export function connectLive(agency?: string): LiveHub {
  hub ??= new LiveHub({ open: () => openSocket(agency), signedOut: farewell });
  hub.start();
  return hub;
}
