import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { placeMany } from "@/lib/bookings/commands/place-many";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { DAY, HOUR } from "@/lib/kernel/durations";
import { type Fault, isFault } from "@/lib/kernel/fault";
import { holdBank, takeCash } from "@/lib/payments/commands/cash";
import { asFamily, problemsOf } from "../queries/import";
import { loadTrip } from "../queries/trip";
import type { Passenger } from "../rules/passengers";
import { dropParts, findNextPart, finishPart, listStill, lockImport, planAnew, setImport } from "../store/imports";
import { openRows } from "../store/sealed";

const ImportId = z.strictObject({ importId: z.uuid() });

/** What was paid for a family before is booked with its seats; each once, however often the part is begun. */
async function takeMoney(
  work: Work,
  importId: string,
  families: readonly Passenger[][],
  answers: readonly (BookingRow | Fault)[],
) {
  for (const [i, family] of families.entries()) {
    const amount = family.reduce((sum, one) => sum + one.paid, 0);
    const booked = answers[i];
    if (amount === 0 || !booked || isFault(booked)) continue;
    await takeCash(work, { subjectId: booked.id, amount, sourceRef: `import:${importId}:${family[0]?.row}` });
  }
}

/** Books the families of the next part, with the part itself in one commit: whoever comes second, or after a crash, goes
 * on behind it. An agency that may only look books nobody: the rest waits until it is open again (PRODUCT 4.2). Returns
 * whether there is more to do now. */
export const takePart = command({
  name: "travel.take_part",
  input: ImportId,
  load: (work, { importId }) => lockImport(work, importId),
  allow: isSystem,
  run: async (work, { importId }, record): Promise<boolean> => {
    if (record.status !== "running" || (await findSelf(work)).readOnly) return false;
    const part = await findNextPart(work, importId);
    if (!part?.sealedRows) {
      await setImport(work, record, { status: "done" });
      return false;
    }
    planAnew(work);
    const trip = await loadTrip(work, { id: record.departureId });
    const families = openRows<Passenger[][]>(work, part.id, part.sealedRows);
    const { holdDays } = record.choices;
    const isPaid = families.some((family) => family.some(({ paid }) => paid > 0));
    // The money's lock comes before the seats', as at the desk (R3).
    if (isPaid) await holdBank(work, trip.currency);
    const answers = await placeMany(
      work,
      trip.id,
      families.map((family) => asFamily(work, trip, family, holdDays)),
    );
    const refused = families.filter((_, i) => isFault(answers[i]));
    const problems = families.flatMap((family, i) => {
      const answer = answers[i];
      return isFault(answer) ? problemsOf(answer, family) : [];
    });
    const count = (some: readonly Passenger[][]) => some.reduce((sum, family) => sum + family.length, 0);
    await takeMoney(work, record.id, families, answers);
    await finishPart(work, part);
    await setImport(work, record, {
      done: record.done + count(families) - count(refused),
      refused: record.refused + count(refused),
      bookings: record.bookings + families.length - refused.length,
      problems: [...record.problems, ...problems],
    });
    return true;
  },
});

/** One that nothing has moved for an hour, and that can't be moved now, never will be (it was sealed by another house, or we
 * are wrong about it): others of its departure wait for it, and passports are in it. Who is in already stays. */
export const failImport = command({
  name: "travel.fail_import",
  input: ImportId,
  load: (work, { importId }) => lockImport(work, importId),
  allow: isSystem,
  run: async (work, { importId }, record) => {
    if (record.status !== "running" || record.movedAt > addMs(work.now, -HOUR)) return;
    await dropParts(work, importId);
    await setImport(work, record, { status: "failed" });
  },
});

const KEPT_DAYS = 7;
/** A file nobody took in is not kept: passports are in it. Returns how many went. */
export const sweepImports = command({
  name: "travel.sweep_imports",
  input: z.strictObject({}),
  load: (work) => listStill(work, "checked", addMs(work.now, -KEPT_DAYS * DAY)),
  allow: isSystem,
  run: async (work, _input, still) => {
    for (const record of still) await setImport(work, record, { status: "stopped", sealedRows: null });
    return still.length;
  },
});
