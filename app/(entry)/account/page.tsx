import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountShell } from "@/components/account/account-shell";
import { ContactsCard } from "@/components/account/contacts-card";
import { DeviceList } from "@/components/account/device-list";
import { PasswordForm } from "@/components/account/password-form";
import { PictureForm } from "@/components/account/picture-form";
import { ProfileForm } from "@/components/account/profile-form";
import { agencyOf, safeNext } from "@/components/entry/next-path";
import { Speak } from "@/components/shell/speak";
import { formatPhone } from "@/lib/i18n/phone";
import type { LoginKeys } from "@/lib/identity/contract";
import { listOwnSessions, readKeys, readProfile } from "@/lib/identity/queries";
import { readDialCountry } from "@/server/doors/sign-up";
import { signedInCall } from "@/server/doors/visitor";
import { endDevice, leaveEverywhere, saveProfile, setPassword } from "./actions";
import { change, confirm, confirmChange, send } from "./contact-acts";

type Query = Record<string, string | undefined>;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("account"))("title"),
});

const withShown = (one: LoginKeys["contacts"][number]) => ({
  ...one,
  shown: one.contact === "phone" ? formatPhone(one.value) : one.value,
});

/** Everybody's own login, the same from every surface and for who belongs nowhere yet. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { from } = await searchParams;
  const call = await signedInCall("/account");
  const [me, devices, keys, country] = await Promise.all([
    readProfile(call, {}),
    listOwnSessions(call, {}),
    readKeys(call, {}),
    readDialCountry(call, agencyOf(safeNext(from))),
  ]);
  return (
    <AccountShell me={me} back={safeNext(from) ?? "/choose"}>
      <Speak namespaces={["account", "entry"]}>
        <PictureForm name={me.name} avatar={me.avatar ?? null} />
        <ProfileForm me={me} save={saveProfile} />
        <ContactsCard
          {...{ country, send, confirm, change, confirmChange }}
          contacts={keys.contacts.map(withShown)}
          asked={keys.asked}
          hasPassword={me.hasPassword}
        />
        <PasswordForm
          hasPassword={me.hasPassword}
          identifier={me.email ?? me.phone ?? me.username ?? ""}
          change={setPassword}
        />
        <DeviceList devices={devices.data} now={call.now.getTime()} end={endDevice} leave={leaveEverywhere} />
      </Speak>
    </AccountShell>
  );
}
