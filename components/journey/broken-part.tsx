"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** A page that failed inside its frame: the bar below still leads elsewhere. */
export function BrokenPart({ code, retry }: { code?: string; retry: () => void }) {
  const t = useTranslations();
  const again = (
    <Button kind="primary" size="lg" onClick={retry}>
      {t("common.retry")}
    </Button>
  );
  return (
    <>
      <h1 className="sr-only">{t("shell.broken.title")}</h1>
      <ErrorState title={t("shell.broken.title")} text={t("shell.broken.text")} action={again} className="flex-1" />
      {code ? (
        <p className="pb-4 text-center text-base text-ink-3">
          <bdi>{t("shell.broken.code", { code })}</bdi>
        </p>
      ) : null}
    </>
  );
}
