import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "@/components/entry/reset-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { setPassword } from "./actions";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function ResetPasswordPage() {
  const [t, signIn] = await Promise.all([getTranslations("entry.reset"), getTranslations("entry.signIn")]);
  // A link that was used or is too old is asked for anew there.
  const footer = (
    <Link href="/forgot-password" className="font-semibold text-primary-ink underline">
      {signIn("forgot")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()} footer={footer}>
      <Speak namespaces={["entry"]}>
        <ResetForm set={setPassword} />
      </Speak>
    </EntryShell>
  );
}
