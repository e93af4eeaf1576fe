import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { ErrorState } from "@/components/ui/states";

export default async function NotFound() {
  const t = await getTranslations("shell.missing");
  const home = (
    <LinkButton kind="primary" href="/">
      {t("act")}
    </LinkButton>
  );
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t("title")} text={t("text")} action={home} />
    </main>
  );
}
