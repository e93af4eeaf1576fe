"use client";

import { useTranslations } from "next-intl";

/** The sentence for a refusal's code; what the catalogue does not know reads as our own failure. */
export function useRefusal() {
  const t = useTranslations("errors");
  return (code: string) => (t.has(code as "internal") ? t(code as "internal") : t("internal"));
}
