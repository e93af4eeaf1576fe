import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { ListViews } from "./contract";
import { mayKeepViews } from "./policy";
import { listViewRows } from "./store";

/** The caller's own views of a list, by name. */
export const listViews = query({
  name: "views.list",
  input: ListViews,
  load: nothing,
  allow: mayKeepViews,
  run: async (work, { place }) => ({
    data: mayKeepViews(work.actor) ? await listViewRows(work, { userId: work.actor.userId, place }) : [],
  }),
});
