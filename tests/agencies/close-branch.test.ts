import { afterAll, beforeAll, expect, it } from "vitest";
import { closeBranch, openBranch } from "@/lib/agencies/commands/branches";
import { listAudit } from "@/lib/audit/queries";
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

it("[R87] the log says whom and what a closed branch let go: they lost their branch with no word of it", async () => {
  const { id: branchId } = await open();
  const invitation = await invite(branchId);
  await revokeInvitation(owner(), { id: invitation.id });
  const { userId } = await addPerson(world.house, world.agency, "Dewi", ["operator"]);
  await updateUser(owner(), { id: userId, branchId });
  await removeUser(owner(), { id: userId });
  const log = async (q: string) => (await listAudit(owner(), { q })).data;
  const [removal] = await log("users.remove");
  const membership = removal!.changes.find(({ table }) => table === "memberships");
  await close(branchId);
  const { changes } = (await log("close_branch")).find((one) => one.changes.some(({ id }) => id === branchId))!;
  const freed = { before: { branchId }, after: { branchId: null } };
  expect(changes).toEqual([
    { table: "memberships", id: membership!.id, ...freed },
    { table: "invitations", id: invitation.id, ...freed },
    { table: "branches", id: branchId, before: { name: "Solo", city: "Solo" }, after: null },
  ]);
});
