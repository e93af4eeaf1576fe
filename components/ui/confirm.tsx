"use client";

import {
  type ComponentProps,
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from "react";
import { Button } from "./button";
import type { DialogProps } from "./dialog";

type ConfirmProps = Omit<DialogProps, "trigger" | "actions" | "focusSelf"> & {
  /** The button that asks; leave out when `open` is held outside. */
  trigger?: ReactElement<Pick<ComponentProps<typeof Button>, "onClick" | "aria-haspopup" | "aria-expanded">>;
  /** What leaves everything as it is: "Keep booking". */
  keep: ReactNode;
  /** The verb once more. */
  verb: ReactNode;
  busy?: ComponentProps<typeof Button>["busy"];
  go: (close: () => void) => void;
};

// What draws a question weighs as much as a small page: it comes behind the first paint, and is there when it is asked.
const bring = () => import("./dialog");
const Dialog = lazy(async () => ({ default: (await bring()).Dialog }));

/** Asks before something that is hard to take back; the verb stands on the button that does it. */
export function Confirm({ trigger, open, onOpenChange, keep, verb, busy, go, ...question }: ConfirmProps) {
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
          <Dialog
            {...question}
            open
            onOpenChange={change}
            actions={(close) => (
              <>
                <Button onClick={close}>{keep}</Button>
                <Button kind="danger" busy={busy} onClick={() => go(close)}>
                  {verb}
                </Button>
              </>
            )}
          />
        </Suspense>
      ) : null}
    </>
  );
}
