import { sql } from "drizzle-orm";
import { customType, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Column shapes every table shares, so that the same idea is spelled once. */
export const id = () => uuid("id").primaryKey();
/** Which agency a row belongs to; its presence puts the table behind the fence (db/fence.ts). */
export const agencyId = () => uuid("agency_id").notNull();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => at("created_at").notNull().default(sql`now()`);
export const citext = customType<{ data: string }>({ dataType: () => "citext" });

const guarded = new Set<string>();
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A column about a person: it enters the audit log by name only. */
export const personal = <C extends { _: unknown }>(name: string, column: (name: string) => C): C => {
  guarded.add(camel(name));
  return column(name);
};
/** A column nobody may read back: password hashes, tokens. */
export const secret = (name: string) => personal(name, (n) => text(n));
export const isGuarded = (property: string) => guarded.has(property);
