import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeptList } from "@/components/offline/kept-list";
import { EntryShell } from "@/components/shell/entry-shell";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("shell.offline"))("title"),
});

/** Kept on every device from its first visit on; it shows what else is. */
export default async function OfflinePage() {
  const t = await getTranslations("shell.offline");
  return (
    <EntryShell title={t("title")} now={new Date()}>
      <KeptList />
    </EntryShell>
  );
}
