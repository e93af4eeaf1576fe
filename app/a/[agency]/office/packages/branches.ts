import { listBranches } from "@/lib/agencies/queries/branches";
import { type PageCall, read } from "@/server/doors/page";

/** Between which branches this reader may choose: none for who works in one alone. */
export async function branchChoice(call: PageCall): Promise<{ id: string; name: string }[]> {
  if (call.actor.branchId) return [];
  const { data } = await read(listBranches(call, {}));
  return data.map(({ id, name }) => ({ id, name }));
}
