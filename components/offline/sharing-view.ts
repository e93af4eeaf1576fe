import type { WatchTrouble } from "./position-watch";
import type { Reading } from "./sampler";

/** How sharing goes on this device, for whoever shows it. */
export type SharingView = {
  state: "sending" | "waiting" | "paused" | "denied" | "unsupported";
  unsent: number;
  lastAckAt: number | null;
  dropped: number;
  /** Another tab of this browser is the one that sends. */
  elsewhere: boolean;
  /** The device's newest reading, for drawing "you" without asking the server. */
  reading: Reading | null;
};

/** Before anything is known of the device. */
export const AT_REST: SharingView = {
  state: "paused",
  unsent: 0,
  lastAckAt: null,
  dropped: 0,
  elsewhere: false,
  reading: null,
};

type Inputs = {
  enabled: boolean;
  trouble: WatchTrouble | null;
  elsewhere: boolean;
  hasReading: boolean;
  unsent: number;
  failing: boolean;
};

/** One word for where things stand. Denied and unsupported come first: nothing else helps until they are solved. */
export function judgeSharing(inputs: Inputs): SharingView["state"] {
  if (inputs.trouble === "unsupported" || inputs.trouble === "denied") return inputs.trouble;
  if (!inputs.enabled) return "paused";
  if (inputs.elsewhere) return "sending";
  const stuck = inputs.failing && inputs.unsent > 0;
  return stuck || !inputs.hasReading ? "waiting" : "sending";
}
