"use client";

import { cloneElement, lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import type { Asked } from "./dialog-window";

type Trigger = ReactElement<{ onClick?: () => void; "aria-haspopup"?: "dialog"; "aria-expanded"?: boolean }>;
type DialogProps = Asked & {
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: Trigger;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
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
