import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fenceHash } from "@/db/fence";
import { migrate, migrationStatus } from "@/db/migrate";
import { freshDatabase, type TestDatabase } from "../support/database";
import { query } from "./machine";

const MIGRATIONS = join(process.cwd(), "db/migrations");
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const FENCE = "select obj_description('public'::regnamespace, 'pg_namespace') as fence";
const NEWER = "insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 4102444800000)";

it("a database that a newer build has changed is not opened by an older one, which says what each of them knows", async () => {
  await query(database.ownerUrl, "comment on schema public is 'fence of the newer build'");
  await migrate(database.ownerUrl, MIGRATIONS);
  expect(await query(database.ownerUrl, FENCE)).toEqual([{ fence: `fence ${fenceHash()}` }]);

  await query(database.ownerUrl, NEWER);
  await query(database.ownerUrl, "comment on schema public is 'fence of the newer build'");
  const refused = await migrate(database.ownerUrl, MIGRATIONS).catch((error: Error) => error);
  expect(refused).toMatchObject({ name: "StartError" });
  expect((refused as Error).message).toMatch(/newer Qafila.*1 change.*2100-01-01.*up to \d{4}_\w+.*backup/s);
  // The older build's fence would leave the newer one's tables as it found them, and take its rules away.
  expect(await query(database.ownerUrl, FENCE)).toEqual([{ fence: "fence of the newer build" }]);
  const status = await migrationStatus(database.ownerUrl, MIGRATIONS);
  expect(status.at(-1)).toEqual({ tag: "2100-01-01", state: "unknown" });
  expect(new Set(status.slice(0, -1).map(({ state }) => state))).toEqual(new Set(["applied"]));
});
