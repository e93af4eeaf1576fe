import type { Socket } from "socket.io";
import type { SocketIdentity } from "../doors/session";

/** A socket with who is behind it. */
export type LiveSocket = Socket & {
  data: {
    identity: SocketIdentity;
    /** Groups whose positions this socket hears, and the hour in which that was last written down. */
    watched: Map<string, number>;
    /** Of the gate when it asked to come in: who was asked anew since then is counted there. */
    epoch: number;
    /** How often it was asked anew itself. */
    authorizations: number;
    /** It is to be hung up on, and hears nothing more until then. */
    leaving: boolean;
  };
};
