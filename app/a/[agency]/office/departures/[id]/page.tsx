import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DepartureDesk } from "@/components/packages/departure-desk";
import { DayLine, PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { listWaitlist } from "@/lib/bookings/queries/bookings";
import { listGroups } from "@/lib/groups/queries";
import { mayExportPrices } from "@/lib/packages/policy";
import { readDeparture } from "@/lib/packages/queries/departures";
import { pageCall, read } from "@/server/doors/page";
import { leaveQueue } from "../../../my/(page)/bookings/actions";
import { changeDeparture, duplicate, givePrices, takePrices } from "../../packages/actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("packages.departures.title");

/** One departure: its seats, its next steps, what may change, its prices, and who waits. */
export default async function DeparturePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const departure = await read(readDeparture(call, { id }));
  const waits = await listWaitlist(call, { id }).catch(() => ({ data: [] }));
  const t = await getTranslations("packages.departures");
  const changes = departure.mayChange && !call.readOnly;
  const groups = changes ? (await read(listGroups(call, { state: "upcoming", limit: 100 }))).data : [];
  const acts = {
    update: changeDeparture.bind(null, slug),
    duplicate: duplicate.bind(null, slug),
    leave: leaveQueue.bind(null, slug),
    exportPrices: givePrices.bind(null, slug),
    importPrices: takePrices.bind(null, slug),
  };
  return (
    <Speak namespaces={["packages", "bookings"]}>
      <PageHeader
        title={<bdi>{departure.packageName}</bdi>}
        meta={<DayLine date={departure.startsAt} zone={departure.timeZone} />}
        back={{ href: home, label: t("title") }}
      />
      <DepartureDesk
        {...{ departure, home, groups, changes, acts }}
        waits={waits.data}
        exports={mayExportPrices(call.actor, departure)}
      />
    </Speak>
  );
}
