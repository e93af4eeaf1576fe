import { findMemberships } from "@/lib/agencies/queries/members";
import { dayAt } from "@/lib/i18n/wall";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { markFrozen } from "@/lib/packages/commands/update-departure";
import {
  FreezeManifest,
  type Manifest,
  type ManifestAnswer,
  type ManifestFile,
  type ManifestRow,
  ReadManifest,
} from "../contract/manifest";
import { manifestFrozen } from "../facts";
import { mayExportManifest, mayFreeze, maySeeManifest } from "../policy";
import { drawRows, showManifest } from "../queries/manifest";
import { judgeAll, summarise, type Verdict } from "../queries/readiness";
import { loadTrip, type Trip } from "../queries/trip";
import { drawManifestCode } from "../rules/code";
import { isSame, manifestTable, sheetFile } from "../rules/sheet";
import { addManifest, findManifest, nextVersion } from "../store/manifests";
import { openRows, sealRows } from "../store/sealed";
import { mustGoOn } from "./units";

/** Nobody flies on a list that lacks something: says how many people wait for what. */
function mustBeReady(work: Work, trip: Trip, verdict: Verdict) {
  const { people, blocking, counts } = summarise(work, trip, verdict);
  if (people === 0) throw conflict("manifest_empty");
  if (blocking === 0) return;
  const waits = counts.filter((one) => one.blocks && one.open + one.late > 0);
  const items = Object.fromEntries(waits.map(({ item, open, late }) => [item, open + late]));
  throw conflict("manifest_blocked", { people: blocking, items });
}

async function nameOf(work: Work): Promise<string | null> {
  if (!isPerson(work.actor)) return null;
  const [membership] = await findMemberships(work, [work.actor.userId]);
  return membership?.personName ?? null;
}

/** Keeps the list of who flies as it stands now, in a version of its own.
 * @throws Fault `departure_not_found`, `departure_over`, `manifest_empty`, `manifest_blocked` with what it waits for */
export const freezeManifest = command({
  name: "travel.freeze_manifest",
  input: FreezeManifest,
  load: (work, { id }) => loadTrip(work, { id }),
  allow: mayFreeze,
  run: async (work, { id: departureId }, trip): Promise<Manifest> => {
    mustGoOn(trip);
    const version = await nextVersion(work, departureId);
    const verdict = await judgeAll(work, trip);
    mustBeReady(work, trip, verdict);
    const rows = await drawRows(work, trip, verdict);
    const id = newId();
    const record = {
      id,
      agencyId: agencyOf(work),
      departureId,
      version,
      code: drawManifestCode(),
      people: rows.length,
      sealedRows: sealRows(work, id, rows),
      frozenAt: work.now,
      frozenByName: await nameOf(work),
      frozenBy: isPerson(work.actor) ? work.actor.userId : null,
    };
    await addManifest(work, record);
    await markFrozen(work, departureId);
    work.tell(manifestFrozen, { agencyId: agencyOf(work), departureId, version });
    return showManifest(work, trip, rows, { record, newest: version, changed: false });
  },
});

function fileOf(manifest: Manifest, format: "csv" | "xlsx"): ManifestFile {
  const name = `manifest-${dayAt(manifest.startsAt, manifest.timeZone)}-v${manifest.version ?? 0}`;
  return sheetFile(name, manifestTable(manifest), format);
}

type Subject = Trip & { asFile: boolean };

/** The manifest as it was frozen; before that as it is, if nothing blocks it. Who looked stands in the log, since numbers
 * of passports are on it.
 * @throws Fault `departure_not_found`, `manifest_not_found`, `manifest_empty`, `manifest_blocked` */
export const readManifest = command({
  name: "travel.read_manifest",
  input: ReadManifest,
  evenReadOnly: true,
  load: async (work, { id, format }): Promise<Subject> => ({
    ...(await loadTrip(work, { id })),
    asFile: format !== "json",
  }),
  allow: (actor, trip) => (trip.asFile ? mayExportManifest(actor, trip) : maySeeManifest(actor, trip)),
  run: async (work, { id, version, format }, { asFile: _, ...trip }): Promise<ManifestAnswer> => {
    const [record, newest] = [await findManifest(work, id, version), await findManifest(work, id)];
    if (version !== undefined && !record) throw notFound("manifest");
    const verdict = await judgeAll(work, trip);
    if (!record) mustBeReady(work, trip, verdict);
    const now = await drawRows(work, trip, verdict);
    const rows = record ? openRows<ManifestRow[]>(work, record.id, record.sealedRows) : now;
    work.changed("manifests", record?.id ?? id, null, { looked: format });
    const changed = record !== null && !isSame(rows, now);
    const shown = await showManifest(work, trip, rows, { record, newest: newest?.version ?? null, changed });
    return format === "json" ? shown : { ...shown, file: fileOf(shown, format) };
  },
});
