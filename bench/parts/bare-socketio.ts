import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { answer } from "../tools/part";

// The peer next door: Socket.IO as its guide shows it. Nothing is stored.

type Fix = Record<string, unknown>;

function serve(): Promise<number> {
  const http = createServer();
  const io = new Server(http, { serveClient: false, perMessageDeflate: false, pingInterval: 20_000 });
  io.on("connection", (socket) => {
    const { group, user } = socket.handshake.auth as { group: string; user: string };
    socket.on("group:watch", (_input: unknown, ack: (answer: unknown) => void) => {
      void socket.join(group);
      ack({ ok: true });
    });
    socket.on("position:send", ({ positions }: { positions: Fix[] }, ack: (answer: unknown) => void) => {
      for (const { id: _, ...position } of positions) {
        io.to(group).emit("position:batch", { groupId: group, positions: [{ userId: user, position }] });
      }
      ack({ ok: true, accepted: positions.map(({ id }) => id), rejected: [] });
    });
  });
  http.listen(0, "127.0.0.1");
  return new Promise((settle) => http.once("listening", () => settle((http.address() as AddressInfo).port)));
}

answer({ serve });
