import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/entry/forgot-form";
import { agencyOf } from "@/components/entry/next-path";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { sendLink } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.forgot"))("title"),
});

type Query = Record<string, string | undefined>;

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, code } = await searchParams;
  const t = await getTranslations("entry.forgot");
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...(code ? { code } : {}) });
  const footer = (
    <Link href={`/sign-in?${query}`} className="font-semibold text-primary-ink underline">
      {t("back")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()} footer={footer}>
      <Speak namespaces={["entry"]}>
        <ForgotForm send={sendLink} agency={agencyOf(next)} />
      </Speak>
    </EntryShell>
  );
}
