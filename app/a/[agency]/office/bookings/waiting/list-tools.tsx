import { ExportWaits } from "@/components/bookings/export-waits";
import { mayExportBookings } from "@/lib/bookings/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../../kept-views";
import { exportQueue } from "../actions";

type Query = { q?: string; status?: "waiting" | "offered"; sort?: "newest" };
type ListToolsProps = { call: PageCall; agency: string; home: string; query: Query };

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { q, status, sort } = query;
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="waiting" />
      {mayExportBookings(call.actor, { branchId: call.actor.branchId }) ? (
        <ExportWaits query={{ q, status, sort }} read={exportQueue.bind(null, agency)} />
      ) : null}
    </>
  );
}
