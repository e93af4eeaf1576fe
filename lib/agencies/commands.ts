import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Branch, CreateBranch, Enrol, FoundAgency } from "./contract";
import { branchOpened, membershipChanged } from "./facts";
import { mayOpenBranch } from "./policy";
import { drawCode } from "./rules";
import {
  addAgency,
  addBranch,
  addEntry,
  addMembers,
  type DirectoryKind,
  findCard,
  lookUpCard,
  type MembershipRow,
  type NewMembership,
  removeEntries,
} from "./store";

/** Opens an agency with its first owner.
 * @throws Fault `slug_taken`, `user_not_found` */
export const foundAgency = command({
  name: "agencies.found",
  input: FoundAgency,
  fence: "platform",
  load: async (work, { ownerId }) => {
    const owner = await findCard(work, ownerId);
    if (!owner) throw notFound("user");
    return owner;
  },
  allow: isSystem,
  run: async (work, { ownerId, ...agency }, owner) => {
    const id = newId();
    if (!(await addAgency(work, { ...agency, id, status: "active", createdAt: work.now })))
      throw conflict("slug_taken");
    await addMembers(work, [{ ...owner, userId: ownerId, roles: ["owner"] }], id);
    work.changed("agencies", id, null, agency);
    work.tell(membershipChanged, { agencyId: id, userId: ownerId });
    return { id };
  },
});

/** Gives a user roles in this agency; who is inside already keeps what they have.
 * @throws Fault `user_not_found` */
export const enrol = command({
  name: "agencies.enrol",
  input: Enrol,
  prepare: async (call, input) => ({ ...input, card: await lookUpCard(call, input.userId) }),
  load: nothing,
  allow: isSystem,
  run: async (work, { userId, roles, branchId, card }) => {
    if (!card) throw notFound("user");
    const added = await addMemberships([{ work, membership: { ...card, userId, roles, branchId } }]);
    return { added: added.length > 0 };
  },
});

export const openBranch = command({
  name: "agencies.open_branch",
  input: CreateBranch,
  load: nothing,
  allow: mayOpenBranch,
  run: async (work, input): Promise<Branch> => {
    const branch = { id: newId(), ...input };
    await addBranch(work, branch);
    work.changed("branches", branch.id, null, branch);
    work.tell(branchOpened, { agencyId: agencyOf(work), branchId: branch.id });
    return branch;
  },
});

/** Plain verb: adds people to the agency, each by the work that brought them; who is inside stays as they are. */
export async function addMemberships(
  newcomers: readonly { work: Work; membership: NewMembership }[],
): Promise<MembershipRow[]> {
  const first = newcomers[0];
  if (!first) return [];
  const added = await addMembers(
    first.work,
    newcomers.map(({ membership }) => membership),
  );
  for (const row of added) {
    const { work } = newcomers.find(({ membership }) => membership.userId === row.userId) ?? first;
    work.changed("memberships", row.id, null, row);
    work.tell(membershipChanged, { agencyId: row.agencyId, userId: row.userId });
  }
  return added;
}

/** Plain verb: puts a token (kept as its hash) into the directory. */
export async function addToDirectory(
  work: Work,
  entry: { kind: DirectoryKind; key: string; subjectId: string; expiresAt: Date | null },
): Promise<void> {
  if (!(await addEntry(work, entry))) throw conflict("busy");
}

/** Plain verb: closes everything of this kind that opens the subject, at once. */
export const removeFromDirectory = (work: Work, kind: DirectoryKind, subjectId: string): Promise<void> =>
  removeEntries(work, kind, subjectId);

/** Plain verb: a fresh join code for the subject; the codes it had before are dead at once. */
export async function issueCode(work: Work, subjectId: string): Promise<string> {
  await removeEntries(work, "join_code", subjectId);
  for (;;) {
    const key = drawCode();
    if (await addEntry(work, { kind: "join_code", key, subjectId, expiresAt: null })) return key;
  }
}
