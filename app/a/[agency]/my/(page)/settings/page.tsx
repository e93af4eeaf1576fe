import { PiggyBank, Radio, ShoppingBag, Ticket, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { LeaveGroups } from "@/components/journey/leave-groups";
import { LinkRow } from "@/components/journey/link-row";
import { SettingsCard, SignOutCard } from "@/components/journey/settings-card";
import { InstallHint } from "@/components/offline/install-hint";
import { PhoneHeader } from "@/components/shell/headers";
import { listGroups } from "@/lib/groups/queries";
import { readProfile } from "@/lib/identity/queries";
import { mayListSavings } from "@/lib/savings/policy";
import { pageCall, read } from "@/server/doors/page";
import { signOut } from "@/server/doors/sign-out";
import { leave } from "../../actions";

export const generateMetadata = titled("my.settings.title");

export default async function SettingsPage({ params }: { params: Promise<{ agency: string }> }) {
  const { agency } = await params;
  const [home, from] = [`/a/${agency}/my`, "?from=settings"];
  const call = await pageCall(agency, "my", `${home}/settings`);
  const [me, groups] = await Promise.all([read(readProfile(call, {})), read(listGroups(call, { limit: 100 }))]);
  const [t, account, savings, bookings, shop] = await Promise.all([
    getTranslations("my"),
    getTranslations("account"),
    getTranslations("savings.my"),
    getTranslations("bookings"),
    getTranslations("shop.my"),
  ]);
  return (
    <>
      <PhoneHeader title={t("settings.title")} eyebrow={<bdi>{me.name}</bdi>} back={{ href: home, to: "today" }} />
      <SettingsCard />
      <LinkRow
        href={`/account?from=${home}/settings`}
        icon={<UserRound aria-hidden size={24} />}
        detail={account("detail")}
      >
        {account("title")}
      </LinkRow>
      {mayListSavings(call.actor) ? (
        <LinkRow href={`${home}/savings${from}`} icon={<PiggyBank aria-hidden size={24} />}>
          {savings("title")}
        </LinkRow>
      ) : null}
      <LinkRow href={`${home}/bookings${from}`} icon={<Ticket aria-hidden size={24} />} detail={bookings("my.detail")}>
        {bookings("my.title")}
      </LinkRow>
      <LinkRow href={`${home}/shop`} icon={<ShoppingBag aria-hidden size={24} />}>
        {shop("title")}
      </LinkRow>
      <LinkRow href={`${home}/trackers`} icon={<Radio aria-hidden size={24} />} detail={t("trackers.why")}>
        {t("trackers.title")}
      </LinkRow>
      <InstallHint />
      <LeaveGroups groups={groups.data} userId={me.id} home={home} leave={leave.bind(null, agency)} />
      <SignOutCard signOut={signOut} />
    </>
  );
}
