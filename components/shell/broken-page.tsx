"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** What a person sees when a page failed: what is safe, what to do, and the code support asks for. */
export function BrokenPage({ code, retry }: { code?: string; retry: () => void }) {
  const t = useTranslations();
  const text = (
    <>
      {t("shell.broken.text")}
      {code ? (
        <span className="mt-1 block text-sm text-ink-3">
          <bdi>{t("shell.broken.code", { code })}</bdi>
        </span>
      ) : null}
    </>
  );
  const again = (
    <Button kind="primary" onClick={retry}>
      {t("common.retry")}
    </Button>
  );
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t("shell.broken.title")} text={text} action={again} />
    </main>
  );
}
