import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { MeetingDesk } from "@/components/groups/meeting-desk";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readGroup } from "@/lib/groups/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { change } from "../../../../actions";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = titled("groups.meetingPoint");

export default async function MeetingPointPage({ params }: Props) {
  const { agency, groupId } = await params;
  const home = `/a/${agency}/lead`;
  const call = await pageCall(agency, "lead", `${home}/groups/${groupId}/meeting`);
  const [group, t] = await Promise.all([read(readGroup(call, { groupId })), getTranslations()]);
  const mayMove = group.mayChange && group.state !== "past" && !call.readOnly;
  return (
    <>
      <PhoneHeader
        title={t("groups.meetingPoint")}
        eyebrow={<bdi>{group.name}</bdi>}
        back={{ href: home, label: t("shell.nav.today") }}
      />
      <Speak namespaces={["office", "map"]}>
        <MeetingDesk
          groupId={groupId}
          home={home}
          start={group.meetingPoint}
          tiles={readHouse().tiles}
          save={mayMove ? change.bind(null, agency) : null}
        />
      </Speak>
    </>
  );
}
