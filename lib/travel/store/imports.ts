import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { insertRows, limitOf } from "@/db/rows";
import { passengerImportParts, passengerImports } from "@/db/schema/passenger-imports";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";

export type ImportRecord = typeof passengerImports.$inferSelect;
export type PartRecord = typeof passengerImportParts.$inferSelect;

const one = (work: Work, id: string) => and(eq(passengerImports.agencyId, agencyOf(work)), eq(passengerImports.id, id));

/** Locked: whoever checks, starts or takes in waits for each other here. @throws Fault `import_not_found` */
export async function lockImport(work: Work, id: string, departureId?: string): Promise<ImportRecord> {
  const [row] = await work.tx.select().from(passengerImports).where(one(work, id)).for("update");
  if (!row || (departureId && row.departureId !== departureId)) throw notFound("import");
  return row;
}

/** Whether a file of this departure is being taken in; whoever begins with one waits for each other here. */
export async function isTakingIn(work: Work, departureId: string): Promise<boolean> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${departureId}`}, 0))`);
  const { agencyId, departureId: of, status } = passengerImports;
  const running = and(eq(agencyId, agencyOf(work)), eq(of, departureId), eq(status, "running"));
  return (await work.tx.$count(passengerImports, running)) > 0;
}

/** The newest of a departure, or this one. */
export async function findImport(work: Work, departureId: string, id?: string): Promise<ImportRecord | null> {
  const [row] = await work.tx
    .select()
    .from(passengerImports)
    .where(
      and(
        ...[eq(passengerImports.agencyId, agencyOf(work)), eq(passengerImports.departureId, departureId)],
        id ? eq(passengerImports.id, id) : undefined,
      ),
    )
    .orderBy(desc(passengerImports.id))
    .limit(limitOf(1));
  return row ?? null;
}

/** The newest whose file had just these columns, the caller's own before anybody else's. */
export async function findAlike(work: Work, columns: readonly string[]): Promise<ImportRecord | null> {
  const me = isPerson(work.actor) ? work.actor.userId : null;
  const [row] = await work.tx
    .select()
    .from(passengerImports)
    .where(
      and(
        eq(passengerImports.agencyId, agencyOf(work)),
        sql`${passengerImports.columns} = ${JSON.stringify(columns)}::jsonb`,
      ),
    )
    .orderBy(sql`${passengerImports.madeBy} is not distinct from ${me}::uuid desc`, desc(passengerImports.id))
    .limit(limitOf(1));
  return row ?? null;
}

export async function addImport(work: Work, row: Omit<ImportRecord, "agencyId" | "createdAt" | "madeBy" | "movedAt">) {
  const madeBy = isPerson(work.actor) ? work.actor.userId : null;
  const own = { agencyId: agencyOf(work), createdAt: work.now, movedAt: work.now, madeBy };
  await work.tx.insert(passengerImports).values({ ...row, ...own });
  work.changed("passenger_imports", row.id, null, { departureId: row.departureId, rowCount: row.rowCount });
}

export async function setImport(
  work: Work,
  before: ImportRecord,
  change: Partial<ImportRecord>,
): Promise<ImportRecord> {
  const after = { ...change, movedAt: work.now };
  await work.tx.update(passengerImports).set(after).where(one(work, before.id));
  const { status, done, refused, bookings } = { ...before, ...after };
  work.changed("passenger_imports", before.id, { status: before.status }, { status, done, refused, bookings });
  return { ...before, ...after };
}

export async function addParts(work: Work, rows: readonly Omit<PartRecord, "agencyId" | "doneAt">[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), ...row }));
  await insertRows(work.tx, passengerImportParts, full);
}

/** Plans of checks are kept from a time when tables were nearly empty, and walk through all that has come since: thousands
 * of rows begin with new ones. */
export const planAnew = (work: Work) => work.tx.send(work.tx.execute(sql`discard plans`));

/** The next part nobody has taken in. */
export async function findNextPart(work: Work, importId: string): Promise<PartRecord | null> {
  const [row] = await work.tx
    .select()
    .from(passengerImportParts)
    .where(
      and(
        ...[eq(passengerImportParts.agencyId, agencyOf(work)), eq(passengerImportParts.importId, importId)],
        isNull(passengerImportParts.doneAt),
      ),
    )
    .orderBy(asc(passengerImportParts.position))
    .limit(limitOf(1));
  return row ?? null;
}

/** What was taken in is not kept a second time. */
export async function finishPart(work: Work, { id }: PartRecord) {
  await work.tx
    .update(passengerImportParts)
    .set({ doneAt: work.now, sealedRows: null })
    .where(and(eq(passengerImportParts.agencyId, agencyOf(work)), eq(passengerImportParts.id, id)));
}

/** Nothing of what is left is kept. */
export async function dropParts(work: Work, importId: string) {
  const { agencyId, importId: of } = passengerImportParts;
  await work.tx
    .update(passengerImportParts)
    .set({ sealedRows: null })
    .where(and(eq(agencyId, agencyOf(work)), eq(of, importId)));
}

/** Imports of this standing that nothing has moved since then. */
export const listStill = (work: Work, status: ImportRecord["status"], since: Date): Promise<ImportRecord[]> =>
  work.tx
    .select()
    .from(passengerImports)
    .where(
      and(
        ...[eq(passengerImports.agencyId, agencyOf(work)), eq(passengerImports.status, status)],
        lt(passengerImports.movedAt, since),
      ),
    )
    .orderBy(asc(passengerImports.movedAt))
    .limit(limitOf(100));
