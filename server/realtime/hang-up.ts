/** What engine.io keeps of a connection. */
export type Connection = {
  close: (discard: boolean) => void;
  writeBuffer: { data?: string | Uint8Array }[];
  transport: { socket?: { bufferedAmount: number; terminate: () => void } };
};

/** Ends a connection at once: a polite end would wait until its client had read everything, and answered. */
export function hangUp(connection: Connection): void {
  const { socket } = connection.transport;
  connection.close(true);
  socket?.terminate();
}
