import { join } from "node:path";
import postgres from "postgres";
import { expect, inject, it } from "vitest";
import { openClient } from "@/db/client";
import { migrate, migrationStatus } from "@/db/migrate";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { listMessages } from "@/lib/chat/queries";
import { logIn } from "@/lib/identity/commands/log-in";
import { hashPassword } from "@/lib/identity/commands/passwords";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { readDeparture } from "@/lib/packages/queries/departures";
import { listViews } from "@/lib/views/queries";
import { openCall } from "@/server/doors/call";
import { dropDatabase } from "../support/database";
import { houseOn } from "../support/house";
import { scratchFolder } from "../support/scratch";
import { as, NOON } from "../support/world";
import { fenceOlder, fillOlder, makeOlder } from "./older-house";

const MIGRATIONS = join(process.cwd(), "db/migrations");
const PASSWORD = "a long walk to Makkah";
const LAST = "0024_keys_of_a_login";

it("[R91] a house of an older build opens with today's: its people log in with their passwords, and what they had is there and goes on", async () => {
  const { ownerUrl, loginUrl } = inject("cluster");
  const name = `older_${newId().replaceAll("-", "")}`;
  const at = (url: string, database = name) => url.replace(/\/[^/]+$/, `/${database}`);
  const admin = postgres(at(ownerUrl, "postgres"), { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template template0`);
  await admin.end();
  const folder = scratchFolder();
  await makeOlder(at(ownerUrl), MIGRATIONS, folder.path, LAST);
  const older = postgres(at(ownerUrl), { max: 1, onnotice: () => undefined });
  const id = await fillOlder(older, await hashPassword(PASSWORD));
  await fenceOlder(older);
  await older.end();

  await migrate(at(ownerUrl), MIGRATIONS);
  expect(new Set((await migrationStatus(at(ownerUrl), MIGRATIONS)).map(({ state }) => state))).toEqual(
    new Set(["applied"]),
  );
  await migrate(at(ownerUrl), MIGRATIONS);

  const database = openClient(at(loginUrl), 3);
  houseOn(database);
  const visitor = openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http", now: NOON });
  const { user } = await logIn(visitor, { identifier: "siti", password: PASSWORD });
  expect(user).toMatchObject({ id: id.pilgrim, memberships: [{ agency: { slug: "nurani" }, roles: ["pilgrim"] }] });
  const somebody = { branchId: null, agencyId: id.agency };
  const siti = as({ ...somebody, userId: id.pilgrim, personName: "Siti", roles: ["pilgrim"] }, { groups: [id.group] });
  const rahma = as({ ...somebody, userId: id.owner, personName: "Rahma", roles: ["owner"] });

  await sendMessage(siti, { groupId: id.group, clientId: newId(), kind: "text", text: "Saya di lobi" });
  expect((await listMessages(siti, { groupId: id.group })).data).toMatchObject([{ seq: 1, text: "Saya di lobi" }]);
  expect(await readBooking(siti, { id: id.booking })).toMatchObject({
    code: "QF-0001",
    status: "pending_payment",
    party: [{ id: id.party }],
  });
  expect((await readDeparture(rahma, { id: id.departure })).seats).toMatchObject({ capacity: 5, held: 1, left: 4 });
  // What later migrations reckoned of rows that stood already.
  expect((await readInvoice(rahma, { id: id.invoice })).payer).toMatchObject({ email: "siti@example.com" });
  expect(await listViews(rahma, { place: "pilgrims" })).toMatchObject({ data: [{ name: "Jamaah", search: "q=siti" }] });

  await database.close();
  await dropDatabase(name);
  folder.remove();
});
