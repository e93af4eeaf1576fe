import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { WaysBack } from "@/components/shell/missing";
import { ErrorState } from "@/components/ui/states";
import { MISSED } from "@/server/doors/surface";

export default async function NotFound() {
  const [t, given] = await Promise.all([getTranslations("shell.missing"), headers()]);
  return (
    <main data-density="cosy" className="grid min-h-dvh place-items-center">
      <ErrorState title={t("title")} text={t("text")} action={<WaysBack path={given.get(MISSED)} />} />
    </main>
  );
}
