import { titled } from "@/app/titled";
import { Speak } from "@/components/shell/speak";
import { ManifestDesk } from "@/components/travel/manifest-desk";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readManifestState } from "@/lib/travel/queries/manifest";
import { pageCall, read } from "@/server/doors/page";
import { freeze } from "../../actions";
import { TripFrame } from "../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("travel.manifest.title");

/** What the manifest waits for, and every version that was frozen. */
export default async function ManifestPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${departures}/${id}/manifest`);
  const [departure, state] = await Promise.all([
    read(readDeparture(call, { id })),
    read(readManifestState(call, { id })),
  ]);
  return (
    <Speak namespaces={["travel"]}>
      <TripFrame {...{ call, departure, departures }} tab="manifest" />
      <ManifestDesk
        {...{ slug, state, id }}
        home={`${departures}/${id}`}
        zone={departure.timeZone}
        freeze={state.mayFreeze && !call.readOnly ? freeze.bind(null, slug) : null}
      />
    </Speak>
  );
}
