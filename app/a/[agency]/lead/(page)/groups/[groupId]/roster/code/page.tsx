import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { joinAddress } from "@/components/journey/trip";
import { CodeDesk } from "@/components/roster/code-desk";
import { CodeSheet } from "@/components/roster/code-sheet";
import { PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { readGroup } from "@/lib/groups/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { rotate } from "../../../../../actions";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = titled("groups.code.title");

export default async function JoinCodePage({ params }: Props) {
  const { agency, groupId } = await params;
  const groupHref = `/a/${agency}/lead/groups/${groupId}`;
  const call = await pageCall(agency, "lead", `${groupHref}/roster/code`);
  const [group, t] = await Promise.all([read(readGroup(call, { groupId })), getTranslations("groups")]);
  const link = group.joinCode ? joinAddress(readHouse().publicUrl, group.joinCode) : null;
  return (
    <>
      <KeepFresh agency={agency} seconds={15} />
      <PhoneHeader
        title={t("code.title")}
        eyebrow={<bdi>{group.name}</bdi>}
        back={{ href: `${groupHref}/roster`, label: t("roster.title") }}
      />
      {group.joinCode && link ? (
        <>
          <CodeSheet group={group} code={group.joinCode} link={link} now={call.now} />
          <CodeDesk group={group} link={link} now={call.now} rotate={rotate.bind(null, agency)} />
        </>
      ) : null}
    </>
  );
}
