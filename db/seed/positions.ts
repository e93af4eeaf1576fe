import type { Group } from "@/lib/groups/contract";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { type Builder, isSilent, METRES_PER_DEGREE, personCall, type SeededPerson } from "./people";

const FIXES = 7;
const EVERY_MS = 4 * MINUTE;
/** Every eighth person is somewhere else. */
const distanceOf = (index: number) => (index % 8 === 7 ? 320 + index * 9 : 15 + ((index * 37) % 110));
const silenceOf = (username: string, index: number) => (isSilent(username) ? 45 * MINUTE : (index % 4) * MINUTE);

/** The last half hour of one person around the meeting point: a walk that ends where they are. */
export async function seedWalk(
  build: Builder & { agencyId: string },
  group: Group,
  { userId, username }: SeededPerson,
  index: number,
) {
  const centre = group.meetingPoint!;
  const bearing = (index * 137.5 * Math.PI) / 180;
  const last = addMs(build.now, -silenceOf(username, index));
  const positions = Array.from({ length: FIXES }, (_, step) => {
    const back = FIXES - 1 - step;
    const metres = distanceOf(index) + back * 12;
    const turn = bearing + back * 0.06;
    return {
      id: newId(),
      at: addMs(last, -back * EVERY_MS).toISOString(),
      lat: centre.lat + (metres * Math.cos(turn)) / METRES_PER_DEGREE,
      lng: centre.lng + (metres * Math.sin(turn)) / (METRES_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180)),
      accuracy: 6 + (index % 5) * 4,
      speed: back === 0 ? 0 : 0.8,
      heading: null,
      battery: (18 + ((index * 29) % 80)) / 100,
    };
  });
  await sendPositions(personCall(build, build.agencyId, userId, build.now, { groups: [group.id] }), { positions });
}
