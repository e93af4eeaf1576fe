import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckDesk } from "@/components/savings/check-desk";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { checkCode } from "@/server/doors/statement";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

/** What stands behind a code is for whoever holds the paper: no search engine keeps it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function StatementCheckPage({ searchParams }: Props) {
  const given = (await searchParams).code;
  const code = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, 40) ?? "";
  const [found, t] = await Promise.all([code ? checkCode(code) : null, getTranslations("savings.check")]);
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()}>
      <Speak namespaces={["savings"]}>
        <CheckDesk code={code} found={found} />
      </Speak>
    </EntryShell>
  );
}
