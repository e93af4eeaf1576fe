import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { invalid, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Branch, BranchRef, CreateBranch, UpdateBranch } from "../contract/branch";
import { branchChanged, branchOpened } from "../facts";
import { isStaff, mayChangeBranch, mayCloseBranch, mayOpenBranch, maySeeBranches } from "../policy";
import { showBranch } from "../queries/branches";
import { addBranch, type BranchRow, findBranchRow, removeBranch, setBranch } from "../store/branches";
import { listMembers } from "../store/members";

async function loadBranch(work: Work, { id }: { id: string }): Promise<BranchRow> {
  const branch = maySeeBranches(work.actor) ? await findBranchRow(work, id) : null;
  if (!branch) throw notFound("branch");
  return branch;
}

/** Whoever leads a branch is somebody of the staff. @throws Fault `validation` */
async function mustBeStaff(work: Work, managerId: string | null | undefined) {
  if (!managerId) return;
  const [member] = await listMembers(work, [managerId]);
  if (!member || member.disabledAt || !isStaff(member.roles)) throw invalid("managerId", "invalid_value");
}

const shown = async (work: Work, id: string): Promise<Branch> => showBranch(work.actor, await loadBranch(work, { id }));

/** Opens an office or pick-up city with its own time zone. @throws Fault `validation` for a manager who is no staff */
export const openBranch = command({
  name: "agencies.open_branch",
  input: CreateBranch,
  load: nothing,
  allow: mayOpenBranch,
  run: async (work, input): Promise<Branch> => {
    const id = newId();
    await mustBeStaff(work, input.managerId);
    await addBranch(work, { id, ...input });
    work.tell(branchOpened, { agencyId: agencyOf(work), branchId: id });
    return shown(work, id);
  },
});

/** Changes what is given and nothing else. @throws Fault `branch_not_found`, `validation` */
export const updateBranch = command({
  name: "agencies.update_branch",
  input: UpdateBranch,
  load: (work, input) => loadBranch(work, input),
  allow: mayChangeBranch,
  run: async (work, { id, ...fields }, branch): Promise<Branch> => {
    await mustBeStaff(work, fields.managerId);
    await setBranch(work, branch, fields);
    work.tell(branchChanged, { agencyId: agencyOf(work), branchId: id });
    return shown(work, id);
  },
});

/** Closes a branch that nobody and nothing belongs to. @throws Fault `branch_not_found`, `branch_in_use` */
export const closeBranch = command({
  name: "agencies.close_branch",
  input: BranchRef,
  load: (work, input) => loadBranch(work, input),
  allow: mayCloseBranch,
  run: async (work, { id }, branch) => {
    await removeBranch(work, branch);
    work.tell(branchChanged, { agencyId: agencyOf(work), branchId: id });
  },
});
