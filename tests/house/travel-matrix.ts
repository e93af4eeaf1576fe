import type { Entry } from "./entry";
import type { Role, Stage } from "./stage";

/** PRODUCT 3: rooms, buses and who is ready. Leaders see those of their own groups; this departure has none. */
const SELLERS: readonly Role[] = ["owner", "admin", "manager"];
const ARRANGE: readonly Role[] = [...SELLERS, "operator"];
const SEE: readonly Role[] = [...ARRANGE, "viewer"];
const on = ({ travel }: Stage) => ({ id: travel.tripId });
const onTrip = (may: readonly Role[], input: Entry["input"] = on): Entry => ({
  input,
  may,
  names: ["id"],
  knows: SEE.filter((role) => !may.includes(role)),
});
const house = (input: Entry["input"]): Entry => ({ input, may: ["house"] });
const moved = (s: Stage) => ({ ...on(s), pilgrimId: s.travel.personId, reason: "Lutut" });

const onImport = (more: object = {}): Entry => ({
  ...onTrip(SELLERS, (s) => ({ ...on(s), importId: s.travel.importId, ...more })),
  names: ["id", "importId"],
});
const SHEET = new TextEncoder().encode("Name,Born,Sex\nSITI AMINAH,1961-03-12,F\n");

/** What PRODUCT 3 says of a departure that is prepared. */
export const TRAVEL: Record<string, Entry> = {
  "travel.check_import": onImport({ mapping: ["passportName", "birthDate", "gender"] }),
  "travel.fail_import": house((s) => ({ importId: s.travel.importId })),
  "travel.free_booking": house((s) => ({ departureId: s.travel.tripId, bookingId: s.travel.bookingId })),
  "travel.free_places": house((s) => ({ departureId: s.travel.tripId, pilgrimIds: [s.travel.personId] })),
  "travel.freeze_manifest": onTrip(ARRANGE, ({ travel }) => ({ id: travel.readyId })),
  "travel.list_stalled": house(() => ({})),
  "travel.list_readiness": onTrip(SEE),
  "travel.mark_ready": onTrip(ARRANGE, (s) => ({ ...on(s), item: "kit", pilgrimIds: [s.travel.personId], done: true })),
  "travel.move_room": onTrip(ARRANGE, (s) => ({ ...moved(s), city: "makkah", unitId: s.travel.roomId })),
  "travel.move_seat": onTrip(ARRANGE, (s) => ({ ...moved(s), unitId: s.travel.busId, number: 3 })),
  "travel.read_import": onImport(),
  "travel.read_import_problems": onImport(),
  "travel.read_latest_import": onTrip(SELLERS),
  "travel.read_manifest": onTrip(ARRANGE, ({ travel }) => ({ id: travel.readyId })),
  "travel.read_manifest_state": onTrip(SEE),
  "travel.read_readiness": onTrip(SEE),
  "travel.read_rooming": onTrip(SEE),
  "travel.read_rooms": onTrip(SEE),
  "travel.read_rules": { input: () => ({}), may: ["owner", "admin", "viewer", "house"] },
  "travel.read_trip_rules": onTrip(SEE),
  "travel.read_seats": onTrip(SEE),
  "travel.read_template": onTrip(SELLERS),
  "travel.set_buses": onTrip(ARRANGE, (s) => ({ ...on(s), buses: [{ id: s.travel.busId, name: "2", seats: 45 }] })),
  "travel.set_rooms": onTrip(ARRANGE, (s) => ({
    ...on(s),
    rooms: [{ id: s.travel.roomId, city: "makkah", name: "1102", roomType: "quad", beds: 4 }],
  })),
  "travel.set_rules": { input: () => ({ items: null }), may: ["owner", "admin", "house"] },
  "travel.set_trip_rules": onTrip(ARRANGE, (s) => ({ ...on(s), items: null })),
  "travel.start_import": onImport(),
  "travel.suggest_rooms": onTrip(ARRANGE, (s) => ({ ...on(s), city: "makkah" })),
  "travel.suggest_seats": onTrip(ARRANGE),
  "travel.sweep_imports": house(() => ({})),
  "travel.take_part": house((s) => ({ importId: s.travel.importId })),
  "travel.undo_rooms": onTrip(ARRANGE, (s) => ({ ...on(s), city: "makkah" })),
  "travel.undo_seats": onTrip(ARRANGE),
  "travel.waive_item": onTrip(ARRANGE, (s) => ({
    ...on(s),
    item: "kit",
    pilgrimIds: [s.travel.personId],
    waived: true,
    reason: "Has one",
  })),
  "travel.upload_passengers": onTrip(SELLERS, (s) => ({ ...on(s), file: SHEET })),
};
