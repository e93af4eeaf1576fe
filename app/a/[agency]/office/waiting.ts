import type { Waiting } from "@/components/groups/request-rows";
import { listGroups, listJoinRequests } from "@/lib/groups/queries";
import { type PageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";

/** As many as a desk shows at once. */
const SHOWN = 8;

/** Who waits to be let into groups that the reader may change, the first to ask first; `total` counts all of them. */
export async function readWaiting(call: PageCall): Promise<{ requests: Waiting[]; total: number }> {
  const states = ["running", "upcoming"] as const;
  const pages = await Promise.all(
    states.map((state) => readAll((page) => read(listGroups(call, { ...page, state, sort: "earliest" })))),
  );
  const asked = pages.flat().filter(({ waiting }) => waiting);
  const lists = await Promise.all(
    asked.map(async ({ id, number }) => {
      const { data } = await read(listJoinRequests(call, { groupId: id, limit: SHOWN }));
      return data.map((request) => ({ ...request, group: { id, number } }));
    }),
  );
  const all = lists.flat().toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return { requests: all.slice(0, SHOWN), total: asked.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0) };
}
