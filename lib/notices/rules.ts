import type { DeliveryStatus } from "./contract";

/** Tries before a message that could not be sent is set aside as failed. */
export const TRIES = 8;

const WAY: readonly DeliveryStatus[] = ["queued", "kept", "sent", "delivered", "read", "failed"];

/** The statuses that this one comes after: reports converge in any order, since only the farthest counts (R72). */
export const before = (status: DeliveryStatus): DeliveryStatus[] => WAY.slice(0, WAY.indexOf(status));
