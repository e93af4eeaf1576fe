import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "@/components/entry/reset-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { setPassword } from "./actions";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function ResetPasswordPage() {
  const t = await getTranslations("entry.reset");
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()}>
      <Speak namespaces={["entry"]}>
        <ResetForm set={setPassword} />
      </Speak>
    </EntryShell>
  );
}
