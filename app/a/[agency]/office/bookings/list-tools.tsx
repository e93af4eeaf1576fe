import { ExportBookings } from "@/components/bookings/export-bookings";
import type { BookingsQuery } from "@/components/bookings/list-query";
import { mayExportBookings } from "@/lib/bookings/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type ListToolsProps = { call: PageCall; agency: string; home: string; query: BookingsQuery };

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { view, q, sort, departure } = query;
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="bookings" />
      {mayExportBookings(call.actor, { branchId: call.actor.branchId }) ? (
        <ExportBookings query={{ q, view, sort, departureId: departure }} read={exportAll.bind(null, agency)} />
      ) : null}
    </>
  );
}
