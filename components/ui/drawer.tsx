"use client";

import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";

type DrawerProps = { title: string; trigger: ReactNode; children: (close: () => void) => ReactNode };

/** The side bar of narrow screens, from the inline start. */
export function Drawer({ title, trigger, children }: DrawerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <div className="veil" data-holds-page />
        <Radix.Content className="drawer" aria-describedby={undefined}>
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children(() => setOpen(false))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
