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
    holdBack(connection.transport);
    connection.on("upgrade", holdBack);
  });
}

function holdBack(transport: Transport) {
  if (transport.name !== "websocket") return;
  const plain = transport.send;
  transport.send = (packets) => {
    const { _socket: stream } = transport.socket;
    if (packets.length === 1 || !stream) return plain.call(transport, packets);
    stream.cork();
    plain.call(transport, packets);
    stream.uncork();
  };
}
