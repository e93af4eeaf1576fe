import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { safeNext } from "@/components/entry/next-path";
import { CheckDesk } from "@/components/savings/check-desk";
import { EntryShell } from "@/components/shell/entry-shell";
import type { BackTo } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import type { CheckedStatement } from "@/lib/savings/contract/out";
import { checkCode } from "@/server/doors/statement";

type Given = string | string[] | undefined;
type Props = { searchParams: Promise<{ code?: Given; from?: Given }> };

/** What stands behind a code is for whoever holds the paper: no search engine keeps it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

const oneOf = (given: Given) => (Array.isArray(given) ? given[0] : given);

/** The page that led here; with the paper alone whose statement it is, and before that is known our own front. */
function backTo(from: string | null, found: CheckedStatement | null, label: string): BackTo {
  if (from) return { href: from, label };
  return found ? { href: `/a/${found.agency.slug}`, label: found.agency.name } : { href: "/", label: "Qafila" };
}

export default async function StatementCheckPage({ searchParams }: Props) {
  const given = await searchParams;
  const code = oneOf(given.code)?.trim().slice(0, 40) ?? "";
  const from = safeNext(oneOf(given.from));
  const [found, t, common] = await Promise.all([
    code ? checkCode(code) : null,
    getTranslations("savings.check"),
    getTranslations("common"),
  ]);
  return (
    <EntryShell title={t("title")} text={t("text")} now={new Date()} back={backTo(from, found, common("back"))}>
      <Speak namespaces={["savings"]}>
        <CheckDesk code={code} from={from} found={found} />
      </Speak>
    </EntryShell>
  );
}
