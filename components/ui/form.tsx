"use client";

import { type ComponentProps, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** A form that script sends. Pressed before the page is alive it waits for it (components/shell/early-press.tsx): the browser alone
 * would load the page anew, and all that was typed would be gone. */
export function Form(props: ComponentProps<"form">) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <form method="post" data-early={isAlive ? undefined : ""} {...props} />;
}
