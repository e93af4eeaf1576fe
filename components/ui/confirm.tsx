"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type ConfirmProps = Omit<ComponentProps<typeof Dialog>, "actions" | "focusSelf"> & {
  /** What leaves everything as it is: "Keep booking". */
  keep: ReactNode;
  /** The verb once more. */
  verb: ReactNode;
  /** How the verb looks where nothing is lost by it. */
  kind?: ComponentProps<typeof Button>["kind"];
  busy?: ComponentProps<typeof Button>["busy"];
  go: (close: () => void) => void;
};

/** Asks before something that is hard to take back; the verb stands on the button that does it. */
export function Confirm({ keep, verb, kind = "danger", busy, go, ...dialog }: ConfirmProps) {
  return (
    <Dialog
      {...dialog}
      actions={(close) => (
        <>
          <Button onClick={close}>{keep}</Button>
          <Button kind={kind} busy={busy} onClick={() => go(close)}>
            {verb}
          </Button>
        </>
      )}
    />
  );
}
