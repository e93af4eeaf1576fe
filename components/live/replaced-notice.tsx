"use client";
import { useTranslations } from "next-intl";
import { useLiveState } from "./use-live";

/** Says why the page stopped, for the moment until the sign-in page says it again. */
export function ReplacedNotice() {
  const t = useTranslations("map");
  const state = useLiveState();
  if (state !== "replaced") return null;
  return (
    <div
      role="alertdialog"
      aria-labelledby="replaced-title"
      aria-describedby="replaced-body"
      className="absolute inset-0 z-50 grid place-items-center bg-canvas/95 p-8 text-center"
    >
      <div className="max-w-md">
        <h2 id="replaced-title" className="display text-2xl">
          {t("state.replacedTitle")}
        </h2>
        <p id="replaced-body" className="mt-2 text-lg text-ink-2">
          {t("state.replacedBody")}
        </p>
      </div>
    </div>
  );
}
