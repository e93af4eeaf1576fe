import { afterAll, beforeAll, expect, it } from "vitest";
import { openBranch } from "@/lib/agencies/commands/branches";
import { acceptInvitation } from "@/lib/users/commands/accept";
import { updateUser } from "@/lib/users/commands/change";
import { inviteUser } from "@/lib/users/commands/invite";
import { readInvitation } from "@/lib/users/queries";
import { codeOf, rowsOf } from "../kernel/support";
import { addPerson, as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const tokenOf = ({ link }: { link: string }) => link.split("#")[1] ?? "";

it("[R83] an invitation does not bring back to a branch whoever gave it out there and was moved to another; an admin's goes on", async () => {
  const { house, agency, owner, manager, pilgrim } = world;
  const here = agency.branchId;
  const { id: there } = await openBranch(as(owner), { name: "Surabaya", city: "Surabaya", timeZone: "Asia/Jakarta" });
  const [own, others] = [
    await inviteUser(as(manager), { roles: ["operator"], branchId: here }),
    await inviteUser(as(owner), { roles: ["operator"], branchId: here }),
  ];
  await updateUser(as(owner), { id: manager.userId, branchId: there });
  const back = acceptInvitation(as(manager), { token: tokenOf(own) });
  expect(await codeOf(back)).toBe("invitation_not_open");
  expect(await rowsOf(house, "memberships", `user_id = '${manager.userId}'`)).toMatchObject([
    { roles: ["manager"], branch_id: there },
  ]);
  expect((await readInvitation(as(pilgrim), { token: tokenOf(others) })).roles).toEqual(["operator"]);

  const admin = await addPerson(house, agency, "Agus Everywhere", ["admin"]);
  const wide = await inviteUser(as(admin), { roles: ["operator"], branchId: here });
  await updateUser(as(owner), { id: admin.userId, branchId: there });
  expect((await readInvitation(as(pilgrim), { token: tokenOf(wide) })).roles).toEqual(["operator"]);
});
