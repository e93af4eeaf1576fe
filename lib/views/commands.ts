import { command, nothing } from "@/lib/kernel/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/fault";
import { SaveView, VIEWS_KEPT, ViewRef } from "./contract";
import { mayKeepViews } from "./policy";
import { findView, listViewRows, lockViews, putView, removeViewRow } from "./store";

/** Keeps a view of a list under a name; the same name is the same view.
 * @throws Fault `views_full` */
export const saveView = command({
  name: "views.save",
  input: SaveView,
  evenReadOnly: true,
  load: nothing,
  allow: mayKeepViews,
  run: async (work, { place, name, search }) => {
    if (!mayKeepViews(work.actor)) throw forbidden();
    const mine = { userId: work.actor.userId, place };
    await lockViews(work, mine);
    const kept = await listViewRows(work, mine);
    if (kept.length >= VIEWS_KEPT && !kept.some((one) => one.name === name)) throw conflict("views_full");
    const view = await putView(work, mine, { name, search });
    work.changed("saved_views", view.id, null, view);
    return view;
  },
});

/** @throws Fault `view_not_found`, also for another's */
export const removeView = command({
  name: "views.remove",
  input: ViewRef,
  evenReadOnly: true,
  load: async (work, { id }) => {
    const row = mayKeepViews(work.actor) ? await findView(work, work.actor.userId, id) : null;
    if (!row) throw notFound("view");
    return row;
  },
  allow: mayKeepViews,
  run: async (work, { id }, row) => {
    await removeViewRow(work, row.userId, id);
    work.changed("saved_views", id, { name: row.name, search: row.search }, null);
  },
});
