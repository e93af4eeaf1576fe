import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeysQuestion } from "@/components/entry/keys-question";
import { apart, destination } from "@/components/entry/next-path";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { readKeys } from "@/lib/identity/queries";
import { signedInCall } from "@/server/doors/visitor";
import { settle } from "./actions";

export const metadata: Metadata = { robots: { index: false } };

/** Who shows for the first time that a contact is theirs says once what else on this login is; everybody else goes on. */
export default async function YoursPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { next } = await searchParams;
  const to = destination(next);
  const call = await signedInCall(`/yours?${new URLSearchParams({ next: to })}`);
  const { asked, others } = await readKeys(call, {});
  if (!asked?.here) redirect(to);
  const t = await getTranslations("entry.yours");
  return (
    <EntryShell title={t("title")} text={t(`text.${asked.by}`, { contact: apart(asked.value) })} now={call.now}>
      <Speak namespaces={["entry", "account"]}>
        <KeysQuestion keys={others} now={call.now.getTime()} to={to} settle={settle} />
      </Speak>
    </EntryShell>
  );
}
