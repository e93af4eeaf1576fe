import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { openLog } from "@/server/open";
import { openHouse } from "../support/world";

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it("a failed query is logged with what failed and where, and without what was put into it", async () => {
  const lines: string[] = [];
  const log = openLog("info", { write: (line: string) => void lines.push(line) });
  const typed = eq(users.email, "siti.rahmawati@example.com");
  const asked = house.database.db.select().from(users).where(typed).orderBy(sql`no_such_column`);
  const error = await asked.then(
    () => null,
    (failed: unknown) => failed,
  );
  log.error({ err: error, requestId: "r1" }, "internal error");
  log.error({ err: new Error("550 no such user <siti.rahmawati@example.com>") }, "not sent");
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain("siti");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    requestId: "r1",
    err: { message: expect.stringContaining("42703"), stack: expect.stringContaining("    at ") },
  });
});
