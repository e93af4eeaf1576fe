import { joinGroup } from "@/lib/groups/commands/join-group";
import { updateMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import type { Group, SharingState } from "@/lib/groups/contract";
import { addMs, DAY, HOUR } from "@/lib/kernel/clock";
import { addPilgrims, type Builder, house, personCall, type SeededPerson } from "./people";
import { seedWalk } from "./positions";

export type SeededGroup = { group: Group; leader: SeededPerson; pilgrims: SeededPerson[] };
type Inside = Builder & { agencyId: string };

/** Most share, as in life not all: every ninth has paused, every thirteenth said no. */
const sharingOf = (index: number): SharingState => (index % 13 === 12 ? "off" : index % 9 === 8 ? "paused" : "on");
const BUS_SEATS = 25;

/** The earlier of the two: nothing of the demo happens later than now. */
export const pastOf = (planned: Date, latest: Date) => (planned < latest ? planned : latest);

/** Pilgrims join with the group's code before the trip; under way they have a bus, share, and are seen near the meeting point. */
export async function fillGroup(
  build: Inside,
  group: Group,
  leader: SeededPerson,
  names: readonly string[],
  from: number,
): Promise<SeededGroup> {
  const pilgrims = await addPilgrims(build, names, from);
  const before = pastOf(addMs(group.startsAt, -10 * DAY), addMs(build.now, -3 * DAY));
  await Promise.all(
    pilgrims.map(({ userId }) =>
      joinGroup(personCall(build, build.agencyId, userId, before), { code: group.joinCode! }),
    ),
  );
  if (group.startsAt <= build.now && build.now <= group.endsAt) {
    await Promise.all(pilgrims.map(({ userId }, i) => settle(build, group, userId, i)));
    await startSharing(build, group, leader, pilgrims);
    const sharers = [leader, ...pilgrims.filter((_, i) => sharingOf(i) === "on")];
    await Promise.all(sharers.map((one, i) => seedWalk(build, group, one, i)));
  }
  return { group, leader, pilgrims };
}

/** The second pilgrim helps the leader; the first one shows the demo what a pilgrim sees. */
async function settle(build: Inside, { id, startsAt }: Group, userId: string, index: number) {
  const role = index === 1 ? "helper" : "pilgrim";
  const subGroup = `Bus ${Math.floor(index / BUS_SEATS) + 1}`;
  await updateMember(house(build, build.agencyId, addMs(startsAt, -2 * DAY)), { groupId: id, userId, role, subGroup });
}

async function startSharing(build: Inside, group: Group, leader: SeededPerson, pilgrims: SeededPerson[]) {
  const share = ({ userId }: SeededPerson, state: SharingState, role: "leader" | "pilgrim") => {
    const at = addMs(group.startsAt, HOUR);
    const stand = { roles: [role], groups: [group.id], leads: role === "leader" ? [group.id] : [] } as const;
    return setSharing(personCall(build, build.agencyId, userId, at, stand), { groupId: group.id, state });
  };
  await Promise.all([share(leader, "on", "leader"), ...pilgrims.map((one, i) => share(one, sharingOf(i), "pilgrim"))]);
}
