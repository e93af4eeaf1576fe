import { Luggage, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { LinkRow } from "@/components/journey/link-row";
import { SettingsCard, SignOutCard } from "@/components/journey/settings-card";
import { SharingPanel } from "@/components/journey/sharing-panel";
import { currentOf, isLed } from "@/components/journey/trip";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { listGroups } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { rolesOf } from "@/lib/kernel/permission";
import { pageCall, read } from "@/server/doors/page";
import { signOut } from "@/server/doors/sign-out";
import { share } from "../../actions";

export const generateMetadata = titled("shell.nav.more");

export default async function MorePage({ params }: { params: Promise<{ agency: string }> }) {
  const { agency } = await params;
  const call = await pageCall(agency, "lead", `/a/${agency}/lead/more`);
  const [{ data }, me] = await Promise.all([read(listGroups(call, { limit: 100 })), read(readProfile(call, {}))]);
  const group = currentOf(data.filter((one) => isLed(one) && one.state !== "past"));
  const [t, account] = await Promise.all([getTranslations("lead.more"), getTranslations("account")]);
  return (
    <>
      <PhoneHeader title={t("title")} eyebrow={<bdi>{me.name}</bdi>} />
      {group?.mine ? (
        <section className="card p-(--pad-card)">
          <Speak namespaces={["my"]}>
            <SharingPanel
              agency={agency}
              groupId={group.id}
              userId={me.id}
              state={group.mine.sharing}
              window={{ startsAt: group.startsAt, endsAt: group.endsAt, zone: group.timeZone }}
              now={call.now.getTime()}
              setSharing={share.bind(null, agency)}
            />
          </Speak>
        </section>
      ) : null}
      <SettingsCard />
      <LinkRow
        href={`/account?from=/a/${agency}/lead/more`}
        icon={<UserRound aria-hidden size={24} />}
        detail={account("detail")}
      >
        {account("title")}
      </LinkRow>
      {rolesOf(call.actor).includes("pilgrim") ? (
        <LinkRow href={`/a/${agency}/my`} icon={<Luggage aria-hidden size={24} />}>
          {t("toMy")}
        </LinkRow>
      ) : null}
      <SignOutCard signOut={signOut} />
    </>
  );
}
