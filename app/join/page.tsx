import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { CodeForm } from "@/components/site/code-form";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("join.enter"))("title"),
});

export default async function JoinPage() {
  const t = await getTranslations("join.enter");
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()}>
      <Speak namespaces={["join"]}>
        <CodeForm />
      </Speak>
    </EntryShell>
  );
}
