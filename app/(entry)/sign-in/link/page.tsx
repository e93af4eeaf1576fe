import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "@/components/entry/link-form";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function SignInByLinkPage() {
  const t = await getTranslations("entry.link");
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()}>
      <ForgetKept />
      <Speak namespaces={["entry"]}>
        <LinkForm />
      </Speak>
    </EntryShell>
  );
}
