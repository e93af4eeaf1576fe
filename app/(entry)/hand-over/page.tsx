import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandOverForm } from "@/components/entry/hand-over-form";
import { safeNext } from "@/components/entry/next-path";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { readProfile } from "@/lib/identity/queries";
import { readTarget } from "@/server/doors/hand-over";
import { signedInCall } from "@/server/doors/visitor";
import { takeAlong } from "./actions";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** Carries the sign-in of this host to an agency's own, when somebody says so: cookies stay with one host. */
export default async function HandOverPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { to, next } = await searchParams;
  const target = await readTarget(to);
  if (!target) notFound();
  const here = `/hand-over?${new URLSearchParams({ to: target.host, next: safeNext(next) ?? "/choose" })}`;
  const call = await signedInCall(here);
  const { name } = await readProfile(call, {});
  const t = await getTranslations("entry.handOver");
  const text = t("text", { host: target.host });
  return (
    <EntryShell title={t("title", { agency: target.agency })} text={text} now={call.now}>
      <Speak namespaces={["entry"]}>
        <HandOverForm origin={target.origin} next={safeNext(next) ?? "/choose"} name={name} take={takeAlong} />
      </Speak>
    </EntryShell>
  );
}
