import type { Group } from "@/lib/groups/contract";
import type { Departure } from "@/lib/packages/contract/departure";
import { LeavingSoon } from "./leaving-soon";
import { OnTheRoad } from "./on-the-road";
import { SellingNow } from "./selling-now";
import type { Signal } from "./today-figures";

type TodayTripsProps = {
  running: readonly Group[];
  upcoming: readonly Group[];
  /** Null for whoever may not see what is sold. */
  departures: readonly Departure[] | null;
  signal: Signal | null;
  home: string;
  now: Date;
};

/** Who is on the road, and what is sold; where nothing is for sale, the groups that leave next. */
export function TodayTrips({ running, upcoming, departures, signal, home, now }: TodayTripsProps) {
  return (
    <div className="flex min-w-0 flex-col gap-5 xl:row-span-2">
      <OnTheRoad groups={running} signal={signal} home={home} now={now} />
      {departures ? <SellingNow departures={departures} home={home} /> : null}
      {departures?.length ? null : <LeavingSoon groups={upcoming} home={home} now={now} />}
    </div>
  );
}
