import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { WaitTable } from "@/components/bookings/wait-table";
import { DepartureActs } from "@/components/packages/departure-acts";
import { DepartureBadge } from "@/components/packages/departures-table";
import { DayLine, PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { Card } from "@/components/ui/card";
import { SeatMeter } from "@/components/ui/seat-meter";
import { listWaitlist } from "@/lib/bookings/queries/bookings";
import { readDeparture } from "@/lib/packages/queries/departures";
import { pageCall, read } from "@/server/doors/page";
import { changeDeparture, duplicate } from "../../packages/actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("packages.departures.title");

/** One departure: its seats, its next steps, and who waits. */
export default async function DeparturePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const departure = await read(readDeparture(call, { id }));
  const waits = await listWaitlist(call, { id }).catch(() => ({ data: [] }));
  const t = await getTranslations("bookings");
  const { sold, held, capacity: total } = departure.seats;
  return (
    <Speak namespaces={["packages"]}>
      <PageHeader
        title={<bdi>{departure.packageName}</bdi>}
        meta={<DayLine date={departure.startsAt} zone={departure.timeZone} />}
        back={{ href: home }}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={<DepartureBadge status={departure.status} />}>
          <SeatMeter {...{ sold, held, total }} className="mb-5" />
          {departure.mayChange && !call.readOnly ? (
            <DepartureActs
              departure={departure}
              update={changeDeparture.bind(null, slug)}
              duplicate={duplicate.bind(null, slug)}
            />
          ) : null}
        </Card>
        <Card title={t("waits")}>
          <WaitTable entries={waits.data} />
        </Card>
      </div>
    </Speak>
  );
}
