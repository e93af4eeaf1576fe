import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepFresh } from "@/components/journey/keep-fresh";
import { HealthList } from "@/components/platform/health-list";
import { PageHeader } from "@/components/shell/headers";
import { platformCall } from "@/server/doors/platform";
import { readHealth } from "@/server/doors/platform-health";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("health"),
});

export default async function HealthPage() {
  const call = await platformCall("/admin/health");
  const [health, t] = await Promise.all([readHealth(call), getTranslations("platform.health")]);
  return (
    <>
      <KeepFresh seconds={15} />
      <PageHeader title={t("title")} meta={t(health.alone ? "alone" : "several", { node: health.node.slice(-6) })} />
      <HealthList health={health} now={new Date()} />
    </>
  );
}
