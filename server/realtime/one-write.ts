import type { Duplex } from "node:stream";
import type { Server } from "socket.io";

/** What engine.io keeps of a WebSocket: `ws` stands over the connection's own stream. */
type Transport = { name: string; send: (packets: unknown[]) => void; socket: { _socket: Duplex | null } };
type Connection = {
  transport: Transport;
  on: (event: "upgrade", hear: (transport: Transport) => void) => void;
};

/** engine.io writes the packets of a burst one by one, a system call each; held back, they leave in one. */
export function writeInOne(io: Server): void {
  io.engine.on("connection", (connection: Connection) => {
    if (connection.transport.name === "websocket") holdBack(connection.transport);
    else connection.on("upgrade", holdBack);
  });
}

/** What all sockets inherit, once: thousands of idle phones would hold a function each. */
function holdBack(transport: Transport) {
  const kind = Object.getPrototypeOf(transport) as Transport & { writesInOne?: true };
  if (kind.writesInOne) return;
  kind.writesInOne = true;
  const plain = kind.send;
  kind.send = function (this: Transport, packets) {
    const { _socket: stream } = this.socket;
    if (packets.length === 1 || !stream) return plain.call(this, packets);
    stream.cork();
    plain.call(this, packets);
    stream.uncork();
  };
}
