import { afterAll, beforeAll, expect, it } from "vitest";
import { closeBranch, openBranch } from "@/lib/agencies/commands/branches";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { inviteUser, revokeInvitation } from "@/lib/users/commands/invite";
import { addPerson, as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const hours = Array.from({ length: 7 }, () => null);
const open = () => openBranch(owner(), { name: "Solo", city: "Solo", timeZone: "Asia/Jakarta", address: null, hours });
const close = (id: string) =>
  closeBranch(owner(), { id }).then(
    () => "closed",
    ({ code }) => code,
  );
const invite = (branchId: string) =>
  inviteUser(owner(), { name: "Rini", email: "rini@example.org", roles: ["operator"], branchId, locale: "en" });

it("a branch stays open for an invitation that waits, and for nothing that is over: an answered one held it for ever", async () => {
  const { id } = await open();
  const invitation = await invite(id);
  expect(await close(id)).toBe("branch_in_use");
  await revokeInvitation(owner(), { id: invitation.id });
  expect(await close(id)).toBe("closed");
});

it("whoever was removed holds no branch open: the owner was told to move staff whom no list shows", async () => {
  const { id: branchId } = await open();
  const { userId } = await addPerson(world.house, world.agency, "Rini", ["operator"]);
  await updateUser(owner(), { id: userId, branchId });
  expect(await close(branchId)).toBe("branch_in_use");
  await removeUser(owner(), { id: userId });
  expect(await close(branchId)).toBe("closed");
});
