import { agencyOf } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { type Branch, CreateBranch } from "../contract/branch";
import { branchOpened } from "../facts";
import { mayOpenBranch } from "../policy";
import { addBranch } from "../store/branches";

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
