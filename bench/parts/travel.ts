import { newId } from "@/lib/kernel/ids";
import { startImport, uploadPassengers } from "@/lib/travel/commands/import";
import { takePart } from "@/lib/travel/commands/import-run";
import { readImport } from "@/lib/travel/queries/import";
import { openCall } from "@/server/doors/call";
import { env } from "@/server/env";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";
import type { BenchPerson } from "../tools/world";

type Order = { agencyId: string; owner: BenchPerson; departureId: string; rows: number };
export type TakenIn = { checkMs: number; takeMs: number; done: number; bookings: number };

/** Families of four, everybody with a passport. */
const fileOf = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, i) => {
    const sex = i % 2 === 0 ? "M" : "F";
    return `F${Math.floor(i / 4)},JAMAAH ${i},C${1_000_000 + i},2034-01-01,1968-03-14,${sex},quad,+628123456789`;
  });
  const head = "Family,Name as in passport,Passport number,Passport expiry,Date of birth,Sex,Room type,Phone";
  return new TextEncoder().encode([head, ...lines].join("\n"));
};

/** A file from the upload to the last booking, as the office and the worker would carry it. */
async function takeIn({ agencyId, owner, departureId, rows }: Order): Promise<TakenIn> {
  const stand = { branchId: null, superAdmin: false, grants: [], leads: [], groups: [] };
  const person = {
    kind: "person" as const,
    userId: owner.userId,
    sessionId: owner.sid,
    roles: ["owner" as const],
    ...stand,
  };
  const call = openCall({ actor: person, agencyId, via: "http" });
  const file = fileOf(rows);
  const began = performance.now();
  const found = await uploadPassengers(call, { id: departureId, file });
  const checked = performance.now();
  await startImport(call, { id: departureId, importId: found.id });
  const house = openCall({ actor: { kind: "system", task: newId() }, agencyId, via: "task" });
  while (await takePart(house, { importId: found.id }));
  const { done, bookings } = await readImport(call, { id: departureId, importId: found.id });
  return { checkMs: checked - began, takeMs: performance.now() - checked, done, bookings };
}

const open = async () => void (await openHouse(env(), 0));

answer({ open, takeIn });
