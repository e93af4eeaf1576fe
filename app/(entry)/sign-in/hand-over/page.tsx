import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandOverArrival } from "@/components/entry/hand-over-arrival";
import { destination } from "@/components/entry/next-path";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function ArrivalPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { next } = await searchParams;
  const t = await getTranslations("entry.handOver");
  return (
    <EntryShell title={t("arrive")} text={t("arriveText")} now={new Date()}>
      <ForgetKept />
      <Speak namespaces={["entry"]}>
        <HandOverArrival to={destination(next)} />
      </Speak>
    </EntryShell>
  );
}
