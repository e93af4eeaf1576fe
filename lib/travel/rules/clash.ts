import type { Clash, RoomSex } from "../contract/place";

type Room = { id: string; sex: RoomSex };
type Bed = { unitId: string; pilgrimId: string; moveReason: string | null };
type Sleeper = { id: string; bookingId: string; gender: "female" | "male" | null };

/** Whether a room is kept for others. Of whom it is not known yet lies in no room for either: nobody there could be sure. */
export const isForOther = (sex: RoomSex, { gender }: Pick<Sleeper, "gender">) => sex !== "any" && sex !== gender;

/**
 * Finds beds that are no longer right since they were given, as when somebody's sex is corrected: the room is for the other
 * sex, or strangers of both sexes share it and nobody gave a reason. Seats in a bus are not judged.
 */
export function judgeBeds(rooms: readonly Room[], beds: readonly Bed[], sleepers: readonly Sleeper[]) {
  const people = new Map(sleepers.map((one) => [one.id, one]));
  const sexes = new Map(rooms.map(({ id, sex }) => [id, sex]));
  const unexplained = new Map<string, Sleeper[]>();
  for (const { unitId, pilgrimId, moveReason } of beds) {
    const one = people.get(pilgrimId);
    if (one && moveReason === null) unexplained.set(unitId, [...(unexplained.get(unitId) ?? []), one]);
  }
  return ({ unitId, pilgrimId, moveReason }: Bed): Clash | null => {
    const [sex, me] = [sexes.get(unitId), people.get(pilgrimId)];
    if (!sex || !me) return null;
    if (isForOther(sex, me)) return "sex";
    const isStrange = ({ bookingId, gender }: Sleeper) => bookingId !== me.bookingId && gender !== me.gender;
    return moveReason === null && unexplained.get(unitId)?.some(isStrange) ? "strangers" : null;
  };
}
