"use client";

import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";

export type DialogProps = {
  /** A full question: "Cancel for Rina only?" */
  title: string;
  /** The consequence, in names and numbers. */
  text?: ReactNode;
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons that repeat the verb; `close` closes. */
  actions?: (close: () => void) => ReactNode;
  /** Leaves the first field alone: on a phone its keyboard would cover the rest. */
  focusSelf?: boolean;
};

/** What opened takes the keys itself, and none of what it holds. */
export const focusIt = (event: Event) => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
};

/** Where the keys go back to: a menu is gone by then, what opened it is not. */
function keysAt(): HTMLElement | null {
  const at = document.activeElement as HTMLElement | null;
  const menu = at?.closest("[role=menu]");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : at;
}

/** Holds the page until answered. Radix' own overlay writes a style element, which our CSP refuses; the veil is ours. */
export function Dialog({ title, text, trigger, open, onOpenChange, children, actions, focusSelf }: DialogProps) {
  const [own, setOwn] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  const shown = open ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <Radix.Root open={shown} onOpenChange={change}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <div className="veil" data-holds-page />
        <Radix.Content
          className="dialog"
          onOpenAutoFocus={(event) => {
            before.current = keysAt();
            if (focusSelf) focusIt(event);
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows of no other way back than its own trigger.
            if (trigger) return;
            event.preventDefault();
            before.current?.focus();
          }}
          {...(text ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className="text-lg font-semibold text-balance">{title}</Radix.Title>
          {text ? <Radix.Description className="mt-2 text-ink-2">{text}</Radix.Description> : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {actions ? (
            <div className="mt-5 flex flex-wrap justify-end gap-2.5">{actions(() => change(false))}</div>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

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
