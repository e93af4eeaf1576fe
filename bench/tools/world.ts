import type { Sql } from "postgres";
import { DAY } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";

export type BenchPerson = { userId: string; sid: string };
/** `desk` is the owner at a device that watches this group alone, or one session would watch more often than it may. */
export type BenchGroup = { id: string; poolId: string; code: string; desk: BenchPerson; pilgrims: BenchPerson[] };
export type BenchAgency = { id: string; slug: string; owner: BenchPerson; groups: BenchGroup[] };

type Size = { agencies: number; groups: number; pilgrims: number };
type Rows = Record<string, Record<string, unknown>[]>;

const TABLES = ["agencies", "users", "sessions", "memberships", "pools", "groups", "directory", "group_members"];
/** Rows of one statement: PostgreSQL counts at most 65,535 parameters. */
const AT_ONCE = 2_000;

/** Agencies with groups on their trip, everybody sharing, everybody signed in; `groups` and `pilgrims` of each. */
export async function makeWorld(sql: Sql, size: Size): Promise<BenchAgency[]> {
  const rows: Rows = Object.fromEntries(TABLES.map((table) => [table, []]));
  const world = Array.from({ length: size.agencies }, () => makeAgency(rows, size));
  for (const table of TABLES) await insert(sql, table, rows[table] ?? []);
  await sql.unsafe("analyze");
  return world;
}

export async function insert(sql: Sql, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    await sql`insert into ${sql(table)} ${sql(rows.slice(i, i + AT_ONCE))}`;
  }
}

const now = new Date();
const days = (n: number) => new Date(now.getTime() + n * DAY);

function makeAgency(rows: Rows, { groups, pilgrims }: Size): BenchAgency {
  const id = newId();
  const slug = `bench-${id.slice(-8)}`;
  const place = { country: "ID", currency: "IDR", time_zone: "Asia/Jakarta", locale: "id" };
  rows.agencies?.push({ id, slug, name: "Nurani Wisata", status: "active", ...place });
  const owner = addPerson(rows, id, "Rahma Owner", "owner");
  const made = Array.from({ length: groups }, (_, i) => makeGroup(rows, { id, owner }, i + 1, pilgrims));
  return { id, slug, owner, groups: made };
}

/** A person of the agency, signed in on one device. */
function addPerson(rows: Rows, agencyId: string, personName: string, role: string): BenchPerson {
  const userId = newId();
  rows.users?.push({ id: userId, person_name: personName, username: `u-${userId}` });
  const card = { person_name: personName, phone: "+628123456789", roles: [role] };
  rows.memberships?.push({ id: newId(), agency_id: agencyId, user_id: userId, ...card });
  return addDevice(rows, userId);
}

function addDevice(rows: Rows, userId: string): BenchPerson {
  const sid = newId();
  rows.sessions?.push({ id: sid, user_id: userId, kind: "api", seen_at: now, expires_at: days(30) });
  return { userId, sid };
}

type Agency = Pick<BenchAgency, "id" | "owner">;
function makeGroup(rows: Rows, { id: agencyId, owner }: Agency, number: number, pilgrims: number): BenchGroup {
  const group = addGroup(rows, agencyId, number, pilgrims + 5);
  const people = Array.from({ length: pilgrims }, (_, i) => addPerson(rows, agencyId, `Jamaah ${i}`, "pilgrim"));
  for (const { userId } of people) {
    const place = { agency_id: agencyId, group_id: group.id, user_id: userId, role: "pilgrim" };
    rows.group_members?.push({ id: newId(), ...place, sharing: "on", consented_at: days(-2), joined_at: days(-3) });
  }
  return { ...group, desk: addDevice(rows, owner.userId), pilgrims: people };
}

/** A group on its trip with so many places and a code that opens it. */
export function addGroup(rows: Rows, agencyId: string, number: number, capacity: number) {
  const [id, poolId] = [newId(), newId()];
  const code = id.replaceAll("-", "").slice(-8).toUpperCase();
  rows.pools?.push({ id: poolId, agency_id: agencyId, kind: "group", capacity });
  const trip = { starts_at: days(-3), ends_at: days(9), time_zone: "Asia/Riyadh" };
  rows.groups?.push({
    id,
    agency_id: agencyId,
    number,
    name: `Umrah ${number}`,
    pool_id: poolId,
    join_code: code,
    ...trip,
  });
  rows.directory?.push({ kind: "join_code", key: code, agency_id: agencyId, subject_id: id });
  return { id, poolId, code };
}
