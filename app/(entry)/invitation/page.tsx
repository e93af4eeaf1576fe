import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationDesk } from "@/components/entry/invitation-desk";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { readProfile } from "@/lib/identity/queries";
import { signOut } from "@/server/doors/sign-out";
import { isIn, visitorCall } from "@/server/doors/visitor";
import { accept, look } from "./actions";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** The invitation itself stands behind the #, so only the browser can ask what it says. */
export default async function InvitationPage() {
  const call = await visitorCall("page");
  const me = isIn(call) ? (await readProfile(call, {})).name : null;
  const t = await getTranslations("entry.invitation");
  return (
    <EntryShell title={t("title")} now={call.now}>
      {me === null ? <ForgetKept /> : null}
      <Speak namespaces={["entry"]}>
        <InvitationDesk look={look} accept={accept} me={me} signOut={signOut} />
      </Speak>
    </EntryShell>
  );
}
