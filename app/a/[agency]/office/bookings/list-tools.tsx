import { ExportBookings } from "@/components/bookings/export-bookings";
import type { BookingsQuery } from "@/components/bookings/list-query";
import { listHref } from "@/components/shell/list-query";
import { SavedViews } from "@/components/views/saved-views";
import { mayExportBookings } from "@/lib/bookings/policy";
import { listViews } from "@/lib/views/queries";
import type { PageCall } from "@/server/doors/page";
import { dropView } from "../groups/views-actions";
import { keepView, list } from "./actions";

type ListToolsProps = { call: PageCall; agency: string; home: string; query: BookingsQuery };

/** Beside the title of the list: the reader's own views of it, and the file. */
export async function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { view, q, sort, departure } = query;
  const views = await listViews(call, { place: "bookings" });
  return (
    <>
      <SavedViews
        home={home}
        search={listHref("", { view, q, sort, departure }, {}).slice(1)}
        views={views.data}
        save={keepView.bind(null, agency)}
        remove={dropView.bind(null, agency)}
      />
      {mayExportBookings(call.actor, { branchId: call.actor.branchId }) ? (
        <ExportBookings query={{ q, view, sort, departureId: departure }} read={list.bind(null, agency)} />
      ) : null}
    </>
  );
}
