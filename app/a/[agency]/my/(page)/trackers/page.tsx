import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { TrackerDesk } from "@/components/journey/tracker-desk";
import { PhoneHeader } from "@/components/shell/headers";
import { listMyTrackers } from "@/lib/tracking/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { addTracker, endTracker } from "../../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("my.trackers.title");

export default async function TrackersPage({ params }: Props) {
  const { agency } = await params;
  const call = await pageCall(agency, "my", `/a/${agency}/my/trackers`);
  const [{ data }, t] = await Promise.all([read(listMyTrackers(call, {})), getTranslations("my.trackers")]);
  return (
    <>
      <PhoneHeader title={t("title")} meta={t("text")} back={{ href: `/a/${agency}/my/settings`, to: "settings" }} />
      <TrackerDesk
        trackers={data}
        publicUrl={readHouse().publicUrl}
        now={call.now.getTime()}
        add={addTracker.bind(null, agency)}
        end={endTracker.bind(null, agency)}
      />
    </>
  );
}
