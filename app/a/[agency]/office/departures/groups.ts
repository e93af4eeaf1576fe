import { listGroups, readGroup } from "@/lib/groups/queries";
import type { Departure } from "@/lib/packages/contract/departure";
import { type PageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

/** The groups a departure may be given: all that are still to travel, and its own, which may be on the road already. */
export async function groupsFor(call: PageCall, { groupId }: Departure) {
  const coming = await readAll((page) => read(listGroups(call, { ...page, state: "upcoming" })));
  if (!groupId || coming.some(({ id }) => id === groupId)) return coming;
  const own = await readGroup(call, { groupId }).catch(() => null);
  return own ? [own, ...coming] : coming;
}
