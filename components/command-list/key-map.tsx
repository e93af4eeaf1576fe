"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";

const KEYS = {
  find: ["⌘ K", "Ctrl K"],
  search: ["/"],
  move: ["↑ ↓", "⏎"],
  close: ["Esc"],
  notice: ["F8"],
  help: ["?"],
  walk: ["J", "K"],
  approve: ["A", "V"],
  reject: ["R"],
  ask: ["M"],
  enlarge: ["Z"],
} as const;

/** Every key that does something. */
export function KeyMap({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("shell.keys");
  const names = Object.keys(KEYS) as (keyof typeof KEYS)[];
  return (
    <Dialog title={t("title")} open onOpenChange={onOpenChange} focusSelf>
      <dl className="flex flex-col divide-y divide-line">
        {names.map((name) => (
          <div key={name} className="flex items-center justify-between gap-4 py-2">
            <dt>{t(name)}</dt>
            <dd className="flex flex-none gap-1.5" dir="ltr">
              {KEYS[name].map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
