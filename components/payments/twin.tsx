"use client";

import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { usePaymentWords } from "./words";

type Twin = { message: string; book: () => void };
const isTwin = (details: unknown) => typeof details === "object" && details !== null && "movedAt" in details;

/** The same amount came by another way: whoever looked at it says whether this is other money. */
export function useTwin(otherwise: (message: string) => void) {
  const { t } = usePaymentWords();
  const [twin, setTwin] = useState<Twin | null>(null);
  const unlessTwin = (book: () => void) => (message: string, details: unknown) =>
    isTwin(details) ? setTwin({ message, book }) : otherwise(message);
  const dialog = twin && (
    <Confirm
      title={t("twin.title")}
      text={twin.message}
      keep={t("twin.keep")}
      verb={t("twin.book")}
      open
      onOpenChange={(open) => open || setTwin(null)}
      go={(close) => {
        close();
        twin.book();
      }}
    />
  );
  return { unlessTwin, dialog };
}
