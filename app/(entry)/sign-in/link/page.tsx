import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "@/components/entry/link-form";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function SignInByLinkPage() {
  const [t, forgot] = await Promise.all([getTranslations("entry.link"), getTranslations("entry.forgot")]);
  const footer = (
    <Link href="/sign-in" className="font-semibold text-primary-ink underline">
      {forgot("back")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()} footer={footer}>
      <ForgetKept />
      <Speak namespaces={["entry"]}>
        <LinkForm />
      </Speak>
    </EntryShell>
  );
}
