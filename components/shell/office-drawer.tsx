"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import type { NavSection } from "./nav";
import { SideNav } from "./side-nav";

type OfficeDrawerProps = { sections: readonly NavSection[]; head: ReactNode; foot: ReactNode };

export function OfficeDrawer({ sections, head, foot }: OfficeDrawerProps) {
  const t = useTranslations("shell");
  return (
    <Drawer
      title={t("navigation")}
      trigger={<Button kind="ghost" size="lg" aria-label={t("openMenu")} icon={<Menu aria-hidden size={22} />} />}
    >
      {(close) => (
        <div className="flex min-h-full flex-col gap-4 p-3 text-shell-ink" data-density="cosy">
          {head}
          <div className="flex-1">
            <SideNav sections={sections} onGo={close} />
          </div>
          {foot}
        </div>
      )}
    </Drawer>
  );
}
