import { fencedTables, platformTables } from "@/db/fence";
import { fenced } from "@/db/tx";
import type { World } from "../support/world";

const digest = (table: string) =>
  `select '${table}' as name, count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`;
const union = (tables: readonly string[]) => tables.map(digest).join(" union all ");

/** Every row of every table of both agencies and the platform, as numbers and fingerprints. `without`: tables that may change. */
export async function everything({ house, agency, rival }: World, without: readonly string[] = []): Promise<unknown[]> {
  const kept = (names: readonly string[]) => names.filter((name) => !without.includes(name));
  const own = union(kept(fencedTables.map(({ name }) => name)));
  const shared = union(kept(platformTables));
  const look = (role: "qafila_tenant" | "qafila_platform", id: string | null, query: string) =>
    fenced(house.database, role, id, true, async (tx) => tx.text(query, []));
  const asked = [agency.id, rival.id].map((id) => look("qafila_tenant", id, own));
  return Promise.all([...asked, look("qafila_platform", null, shared)]);
}
