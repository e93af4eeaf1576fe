import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { CodeForm } from "@/components/site/code-form";
import { JoinDesk } from "@/components/site/join-desk";
import { Link } from "@/components/ui/link";
import { readCode } from "@/server/doors/join";
import { join } from "./actions";

type Props = { params: Promise<{ code: string }> };

/** A code is a key: no search engine keeps it, no next page hears of it. */
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

const TITLES = { inside: "inside", waiting: "waiting", outside: "group" } as const;

export default async function JoinByCodePage({ params }: Props) {
  const { code } = await params;
  const opened = await readCode(code);
  const t = await getTranslations("join");
  if ("refused" in opened) {
    return (
      <EntryShell title={t(`${opened.refused}.title`)} text={t(`${opened.refused}.text`)} now={new Date()}>
        <Speak namespaces={["join"]}>
          <CodeForm />
        </Speak>
      </EntryShell>
    );
  }
  const { invitation, isIn, home, now } = opened;
  const { group, agency, standing } = invitation;
  const number = String(group.number);
  const other = (
    <Link href="/join" className="font-semibold text-primary-ink underline">
      {t("group.other")}
    </Link>
  );
  const text = standing === "outside" ? null : t(`${standing}.text`, { number });
  return (
    <EntryShell
      title={t(`${TITLES[standing]}.title`, { number })}
      text={text}
      name={agency.name}
      now={now}
      footer={other}
    >
      <Speak namespaces={["join"]}>
        <JoinDesk code={code} invitation={invitation} isIn={isIn} home={home} join={join} />
      </Speak>
    </EntryShell>
  );
}
