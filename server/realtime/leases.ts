type Lease = { people: readonly string[]; until: number };

/** Whom other nodes hold, room by room, each for as long as it says so again within `ms`. Times in milliseconds. */
export function openLeases(ms: number) {
  const rooms = new Map<string, Map<string, Lease>>();
  const drop = (room: string, node: string) => {
    rooms.get(room)?.delete(node);
    if (rooms.get(room)?.size === 0) rooms.delete(room);
  };
  return {
    peopleIn: (room: string) => [...(rooms.get(room)?.values() ?? [])].flatMap(({ people }) => people),
    /** True when somebody came or went. */
    keep(room: string, node: string, people: readonly string[], now: number): boolean {
      const nodes = rooms.get(room) ?? new Map<string, Lease>();
      rooms.set(room, nodes);
      const before = new Set(nodes.get(node)?.people);
      nodes.set(node, { people, until: now + ms });
      if (people.length === 0) drop(room, node);
      return before.size !== people.length || people.some((one) => !before.has(one));
    },
    /** The rooms whom somebody left because their node said nothing more. */
    expire(now: number): string[] {
      const over = [...rooms].flatMap(([room, nodes]) =>
        [...nodes].flatMap(([node, { until }]) => (until <= now ? [{ room, node }] : [])),
      );
      for (const { room, node } of over) drop(room, node);
      return over.map(({ room }) => room);
    },
  };
}
