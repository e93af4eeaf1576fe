"use client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import type { Words } from "./use-words";

/** No position could be read: what is left, and the way to ask again. */
export function Unread({ retry, words: { t } }: { retry: () => void; words: Words }) {
  const action = (
    <Button kind="primary" size="lg" onClick={retry}>
      {t("state.retry")}
    </Button>
  );
  return <ErrorState title={t("state.errorTitle")} text={t("state.errorBody")} action={action} />;
}
