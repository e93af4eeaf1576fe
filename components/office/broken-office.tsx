"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** A page that failed inside the office: the side bar still leads elsewhere. */
export function BrokenOffice({ code, retry }: { code?: string; retry: () => void }) {
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
  return (
    <ErrorState title={t("shell.broken.title")} text={text} action={again} className="card min-h-80 justify-center" />
  );
}
