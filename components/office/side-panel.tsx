"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type SidePanelProps = { title: string; open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode };

/** Work beside a list: from the inline end on wide screens, the whole screen on a phone. */
export function SidePanel({ title, open, onOpenChange, children }: SidePanelProps) {
  const t = useTranslations("common");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="veil" data-holds-page />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 end-0 z-50 flex w-full flex-col border-line border-s bg-surface shadow-sheet md:w-[32rem]"
          onPointerDownOutside={(event) => event.preventDefault()}
        >
          <header className="flex items-center justify-between gap-3 border-line border-b px-5 py-3">
            <Radix.Title className="display text-xl">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button kind="ghost" aria-label={t("close")} icon={<X aria-hidden size={18} />} />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
