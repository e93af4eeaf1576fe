"use client";

import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useEffect, useState } from "react";

type Trigger = ReactElement<{ onClick?: () => void; "aria-haspopup"?: "dialog"; "aria-expanded"?: boolean }>;
export type DialogProps = {
  /** A full question: "Cancel for Rina only?" */
  title: string;
  /** The consequence, in names and numbers. */
  text?: ReactNode;
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: Trigger;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons that repeat the verb; `close` closes. */
  actions?: (close: () => void) => ReactNode;
  /** Leaves the first field alone: on a phone its keyboard would cover the rest. */
  focusSelf?: boolean;
};

// What draws it weighs as much as a small page: it comes behind the first paint, and is there when something is asked.
const bring = () => import("./dialog-window");
const DialogWindow = lazy(async () => ({ default: (await bring()).DialogWindow }));

/** Holds the page until answered. */
export function Dialog({ trigger, open, onOpenChange, ...asked }: DialogProps) {
  const [own, setOwn] = useState(false);
  useEffect(() => void bring().catch(() => undefined), []);
  const shown = open ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger
        ? cloneElement(trigger, { onClick: () => change(true), "aria-haspopup": "dialog", "aria-expanded": shown })
        : null}
      {shown ? (
        <Suspense>
          <DialogWindow {...asked} close={() => change(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
