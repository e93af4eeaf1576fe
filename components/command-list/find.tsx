"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import type { NavItem } from "@/components/shell/nav";
import { isForPage } from "./keys";

const CommandList = lazy(() => import("./command-list").then((module) => ({ default: module.CommandList })));
const KeyMap = lazy(() => import("./key-map").then((module) => ({ default: module.KeyMap })));

type FindProps = { agency: string; home: string; pages: readonly NavItem[]; look: "side" | "icon" };
type Shown = "find" | "keys" | null;

/** Which of ours a key press asks for; what a field or a browser does with keys stays theirs. */
function asked(event: KeyboardEvent): Shown | "search" {
  if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey)
    return "find";
  if (!isForPage(event)) return null;
  return event.key === "?" ? "keys" : event.key === "/" ? "search" : null;
}

/** "Find or do": every page one may see, every group in reach, by a few letters. Both dialogs are loaded when first asked for. */
export function Find({ agency, home, pages, look }: FindProps) {
  const t = useTranslations("shell.find");
  const [shown, setShown] = useState<Shown>(null);
  // The narrow header and the side bar both stand in the page; one of them listens.
  const listens = look === "side";
  useEffect(() => {
    if (!listens) return;
    const press = (event: KeyboardEvent) => {
      const what = asked(event);
      const field = what === "search" ? document.querySelector<HTMLElement>("main input[type=search]") : null;
      if (!what || (what === "search" && !field)) return;
      event.preventDefault();
      if (what === "search") field?.focus();
      else setShown((now) => (now === what ? null : what));
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [listens]);
  const close = (open: boolean) => setShown(open ? shown : null);
  return (
    <>
      <button
        type="button"
        className={look === "side" ? "find" : "bell"}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={t("label")}
        title={t("label")}
        onClick={() => setShown("find")}
      >
        <Search aria-hidden size={look === "side" ? 16 : 22} className="flex-none" />
        {look === "side" ? (
          <>
            <span className="side-word min-w-0 flex-1 text-start">{t("label")}</span>
            <kbd aria-hidden dir="ltr" className="side-word key">
              ⌘K
            </kbd>
          </>
        ) : null}
      </button>
      <Suspense>
        {shown === "find" ? (
          <CommandList {...{ agency, home, pages }} onOpenChange={close} onKeys={() => setShown("keys")} />
        ) : null}
        {shown === "keys" ? <KeyMap onOpenChange={close} /> : null}
      </Suspense>
    </>
  );
}
