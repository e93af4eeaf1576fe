import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { newId } from "@/lib/kernel/ids";
import { days } from "../bookings/support";
import { NOON } from "../support/world";

/** The tables as they were up to this migration. */
export async function makeOlder(url: string, migrations: string, folder: string, last: string): Promise<void> {
  cpSync(migrations, folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  const count = journal.entries.findIndex(({ tag }) => tag === last) + 1;
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  for (const name of ["citext", "btree_gist", "pg_trgm", "pgcrypto"]) await sql.unsafe(`create extension ${name}`);
  await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  await sql.end();
}

/** As that build left them: the fence bound their owner, too, who migrates. */
export async function fenceOlder(sql: Sql): Promise<void> {
  const fenced = await sql<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns where table_schema = 'public'
    and (column_name = 'agency_id' or table_name = 'agencies') and table_name not in
      (select inhrelid::regclass::text from pg_inherits)`;
  for (const { name } of fenced)
    await sql.unsafe(`alter table ${name} enable row level security; alter table ${name} force row level security`);
}

const ids = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, newId()])) as Record<K, string>;

/** A group that talks, and a booking that waits for its money, in the words of migration 0024. */
export async function fillOlder(sql: Sql, passwordHash: string) {
  const id = ids(
    "agency",
    "branch",
    "owner",
    "pilgrim",
    "group",
    "groupPool",
    "place",
    "package",
    "departure",
    "pool",
    "seat",
    "booking",
    "party",
    "invoice",
  );
  const agency_id = id.agency;
  const add = (table: string, ...rows: Record<string, unknown>[]) => sql`insert into ${sql(table)} ${sql(rows)}`;
  const place = { name: "Pusat", city: "Jakarta", time_zone: "Asia/Jakarta" };
  const trip = { starts_at: days(40), ends_at: days(51), time_zone: "Asia/Jakarta" };
  await add("agencies", {
    id: agency_id,
    slug: "nurani",
    name: "Nurani Wisata",
    country: "ID",
    currency: "IDR",
    time_zone: "Asia/Jakarta",
    locale: "id",
    status: "active",
  });
  await add("branches", { id: id.branch, agency_id, ...place });
  await add(
    "users",
    { id: id.owner, person_name: "Rahma", username: "rahma", password_hash: passwordHash },
    { id: id.pilgrim, person_name: "Siti", username: "siti", password_hash: passwordHash },
  );
  await add(
    "memberships",
    { id: newId(), agency_id, user_id: id.owner, person_name: "Rahma", roles: ["owner"] },
    { id: newId(), agency_id, user_id: id.pilgrim, person_name: "Siti", roles: ["pilgrim"] },
  );
  await add(
    "pools",
    { id: id.groupPool, agency_id, kind: "group", capacity: 20, held: 0, sold: 1 },
    { id: id.pool, agency_id, kind: "departure", capacity: 5, held: 1, sold: 0 },
  );
  await add(
    "claims",
    { id: id.place, agency_id, pool_id: id.groupPool, quantity: 1, state: "sold", holder: id.group },
    { id: id.seat, agency_id, pool_id: id.pool, quantity: 1, state: "held", holder: id.booking },
  );
  await add("groups", {
    id: id.group,
    agency_id,
    number: 1,
    name: "Umrah Ramadan",
    ...trip,
    pool_id: id.groupPool,
    join_code: "ABCD-EFGH",
  });
  await add("group_members", {
    id: newId(),
    agency_id,
    group_id: id.group,
    user_id: id.pilgrim,
    role: "member",
    joined_at: NOON,
    claim_id: id.place,
  });
  await add("packages", {
    id: id.package,
    agency_id,
    category: "umrah_regular",
    name: "Umrah Akhir Tahun",
    days: 12,
    currency: "IDR",
    deposit_amount: 500_000_000,
    settlement_days: 30,
  });
  await add("departures", {
    id: id.departure,
    agency_id,
    package_id: id.package,
    status: "open",
    city: "Jakarta",
    ...trip,
    pool_id: id.pool,
    currency: "IDR",
  });
  const policy = sql.json({ depositAmount: 500_000_000, settlementDays: 30, cancellationTiers: [] });
  await add("bookings", {
    id: id.booking,
    agency_id,
    departure_id: id.departure,
    code: "QF-0001",
    status: "pending_payment",
    payer_name: "Siti",
    payer_email: "siti@example.com",
    payer_user_id: id.pilgrim,
    currency: "IDR",
    owed: 3_450_000_000,
    policy,
    pilgrim_count: 1,
  });
  await add("booking_pilgrims", {
    id: id.party,
    agency_id,
    booking_id: id.booking,
    departure_id: id.departure,
    position: 1,
    state: "active",
    passenger_type: "adult",
    room_type: "quad",
    claim_id: id.seat,
    user_id: id.pilgrim,
  });
  await add("invoices", {
    id: id.invoice,
    agency_id,
    number: "INV-0001",
    subject_kind: "booking",
    subject_id: id.booking,
    title: "Umrah Akhir Tahun",
    payer_name: "Siti",
    payer_user_id: id.pilgrim,
    currency: "IDR",
    total: 3_450_000_000,
    state: "open",
  });
  await add("saved_views", {
    id: newId(),
    agency_id,
    user_id: id.owner,
    place: "staff",
    name: "Jamaah",
    search: "who=pilgrims&q=siti",
  });
  return id;
}
