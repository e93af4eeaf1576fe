import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationDesk } from "@/components/entry/invitation-desk";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { readProfile } from "@/lib/identity/queries";
import { signOut } from "@/server/doors/sign-out";
import { isIn, visitorCall } from "@/server/doors/visitor";
import { accept, look } from "./actions";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** The invitation itself stands behind the #, so only the browser can ask what it says. */
export default async function InvitationPage() {
  const call = await visitorCall("page");
  const me = isIn(call) ? (await readProfile(call, {})).name : null;
  const [t, forgot, account] = await Promise.all([
    getTranslations("entry.invitation"),
    getTranslations("entry.forgot"),
    getTranslations("account"),
  ]);
  // A link that no longer opens anything still leads somebody home.
  const footer = (
    <Link href={me === null ? "/sign-in" : "/account"} className="font-semibold text-primary-ink underline">
      {me === null ? forgot("back") : account("title")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} now={call.now} footer={footer}>
      {me === null ? <ForgetKept /> : null}
      <Speak namespaces={["entry"]}>
        <InvitationDesk look={look} accept={accept} me={me} signOut={signOut} />
      </Speak>
    </EntryShell>
  );
}
