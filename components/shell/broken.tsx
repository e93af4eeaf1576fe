"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** What a person sees where a page failed: what is safe, what to do, and the code support asks for. */
export function Broken({ code, retry, className }: { code?: string; retry: () => void; className?: string }) {
  const t = useTranslations();
  const text = (
    <>
      {t("shell.broken.text")}
      {code ? (
        <span className="mt-1 block text-ink-3 text-sm">
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
  return <ErrorState title={t("shell.broken.title")} text={text} action={again} className={className} />;
}
