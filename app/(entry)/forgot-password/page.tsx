import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/entry/forgot-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { sendLink } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.forgot"))("title"),
});

export default async function ForgotPasswordPage() {
  const t = await getTranslations("entry.forgot");
  const footer = (
    <Link href="/sign-in" className="font-semibold text-primary-ink underline">
      {t("back")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()} footer={footer}>
      <Speak namespaces={["entry"]}>
        <ForgotForm send={sendLink} />
      </Speak>
    </EntryShell>
  );
}
