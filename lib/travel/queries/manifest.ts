import { findSelf } from "@/lib/agencies/queries/agency";
import { openNumbers } from "@/lib/bookings/queries/travellers";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { yearsAt } from "@/lib/kernel/age";
import type { Work } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { type Manifest, type ManifestRow, type ManifestState, ManifestStateRef } from "../contract/manifest";
import { mayExportManifest, mayFreeze, maySeeTravel } from "../policy";
import { busLabel, roomLabel } from "../rules/labels";
import { isSame } from "../rules/sheet";
import { findManifest, listVersions, type ManifestRecord } from "../store/manifests";
import { openRows } from "../store/sealed";
import { listPlaces, listUnits } from "../store/units";
import { BUS_LEGS, ROOM_LEGS } from "./places";
import { judgeAll, summarise, type Verdict } from "./readiness";
import { daysOf, loadTrip, type Trip } from "./trip";

const LEGS = [...ROOM_LEGS, ...BUS_LEGS];

/** Where everybody sleeps and sits, in the words of a list. */
async function labelsOf(
  work: Work,
  trip: Trip,
): Promise<(pilgrimId: string, leg: (typeof LEGS)[number]) => string | null> {
  const [units, places] = [await listUnits(work, trip.id, LEGS), await listPlaces(work, trip.id, LEGS)];
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const labels = new Map(
    places.flatMap(({ pilgrimId, leg, unitId, number }) => {
      const unit = known.get(unitId);
      if (!unit) return [];
      const label = leg === "bus" ? busLabel(unit.name, number) : roomLabel(unit.name, unit.roomType);
      return [[`${pilgrimId} ${leg}`, label] as const];
    }),
  );
  return (pilgrimId, leg) => labels.get(`${pilgrimId} ${leg}`) ?? null;
}

/** Plain verb: the rows as they are now. Nothing is made up for whoever goes without papers. */
export async function drawRows(work: Work, trip: Trip, { all }: Verdict): Promise<ManifestRow[]> {
  const labelOf = await labelsOf(work, trip);
  const { leavesOn } = daysOf(work, trip);
  const names = new Map(all.map(({ pilgrim }) => [pilgrim.id, pilgrim.passportName]));
  return all.map(({ pilgrim, booking }, i) => {
    const { id, passportName, gender, birthDate, nationality, passportExpiresOn, guardianId, relation } = pilgrim;
    return {
      number: i + 1,
      passportName: (passportName ?? "").toUpperCase(),
      gender,
      birthDate,
      age: birthDate === null ? null : yearsAt(birthDate, leavesOn),
      nationality,
      passportNumber: openNumbers(work, pilgrim).passportNumber ?? "",
      bookingCode: booking.code,
      passportExpiresOn,
      makkah: labelOf(id, "makkah"),
      madinah: labelOf(id, "madinah"),
      bus: labelOf(id, "bus"),
      guardian: guardianId ? (names.get(guardianId) ?? null) : null,
      relation,
      needs: pilgrim.healthNotes,
    };
  });
}

/** What its reader may not know of the group is not on the paper. */
const unlessHidden = <T>(look: Promise<T>): Promise<T | null> =>
  look.catch((error: unknown) => {
    if (isFault(error)) return null;
    throw error;
  });

async function headOf(work: Work, trip: Trip) {
  const { groupId } = trip;
  const [{ name: agencyName, licenceNumber }, group, leaders] = await Promise.all([
    findSelf(work),
    groupId ? unlessHidden(readGroup(work, { groupId })) : null,
    groupId ? unlessHidden(listMembers(work, { groupId, role: "leader" })) : null,
  ]);
  const first = leaders?.data[0];
  return {
    agencyName,
    licenceNumber,
    group: group && { number: group.number, name: group.name },
    leader: first ? { name: first.personName, phone: first.phone } : null,
  };
}

type Frozen = { record: ManifestRecord | null; newest: number | null; changed: boolean };
/** Plain verb: a manifest with everything that stands above its rows. */
export async function showManifest(work: Work, trip: Trip, rows: ManifestRow[], frozen: Frozen): Promise<Manifest> {
  const { id: departureId, startsAt, endsAt, timeZone } = trip;
  const { record, newest, changed } = frozen;
  const flights = trip.flights.map((one) => ({
    ...one,
    departsAt: new Date(one.departsAt),
    arrivesAt: new Date(one.arrivesAt),
  }));
  return {
    departureId,
    startsAt,
    endsAt,
    timeZone,
    flights,
    newest,
    changed,
    rows,
    ...(await headOf(work, trip)),
    packageName: trip.package.name,
    hotels: trip.package.hotels.map(({ city, name }) => ({ city, name })),
    version: record?.version ?? null,
    frozenAt: record?.frozenAt ?? null,
    frozenBy: record?.frozenByName ?? null,
    code: record?.code ?? null,
  };
}

/** What the manifest waits for, and which versions of it there are; nobody's papers. */
export const readManifestState = query({
  name: "travel.read_manifest_state",
  input: ManifestStateRef,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: maySeeTravel,
  run: async (work, _input, trip): Promise<ManifestState> => {
    const [verdict, versions] = [await judgeAll(work, trip), await listVersions(work, trip.id)];
    const { people, blocking, counts } = summarise(work, trip, verdict);
    const rights = { mayFreeze: mayFreeze(work.actor, trip), mayExport: mayExportManifest(work.actor, trip) };
    const newest = await findManifest(work, trip.id);
    const changed =
      newest !== null && !isSame(openRows(work, newest.id, newest.sealedRows), await drawRows(work, trip, verdict));
    return { people, blocking, counts, versions, changed, ...rights };
  },
});
