"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Button } from "./button";
import { focusIt, keepKeys } from "./focus";

/** Where the keys go back to: a menu is gone by then, what opened it is not. */
function keysAt(): HTMLElement | null {
  const at = document.activeElement as HTMLElement | null;
  const menu = at?.closest("[role=menu]");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : at;
}

export type Asked = {
  /** A full question: "Cancel for Rina only?" */
  title: string;
  /** The consequence, in names and numbers. */
  text?: ReactNode;
  children?: ReactNode;
  /** Buttons that repeat the verb; `close` closes. Without them a cross does. */
  actions?: (close: () => void) => ReactNode;
  /** Leaves the first field alone: on a phone its keyboard would cover the rest. */
  focusSelf?: boolean;
};

/** An open dialog. Radix' own overlay writes a style element, which our CSP refuses; the veil is ours. */
export function DialogWindow({ title, text, children, actions, focusSelf, close }: Asked & { close: () => void }) {
  const t = useTranslations("common");
  const before = useRef<HTMLElement | null>(null);
  return (
    <Radix.Root open onOpenChange={close}>
      <Radix.Portal>
        <div className="veil" data-holds-page />
        <Radix.Content
          className="dialog"
          onOpenAutoFocus={(event) => {
            before.current = keysAt();
            if (focusSelf) focusIt(event);
          }}
          // Whoever puts a toast away, which is gone by now, has not left what they type.
          onInteractOutside={(event) => {
            if ((event.target as Element).closest(".toast")) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows of no other way back than a trigger of its own.
            event.preventDefault();
            before.current?.focus();
            keepKeys();
          }}
          {...(text ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className={`text-lg font-semibold text-balance ${actions ? "" : "pe-10"}`}>{title}</Radix.Title>
          {text ? <Radix.Description className="mt-2 text-ink-2">{text}</Radix.Description> : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {actions ? <div className="mt-5 flex flex-wrap justify-end gap-2.5">{actions(close)}</div> : null}
          {actions ? null : (
            // Last, so that the keys begin in the first field.
            <Button
              kind="ghost"
              size="sm"
              className="absolute! end-3 top-3"
              aria-label={t("close")}
              icon={<X aria-hidden size={20} />}
              onClick={close}
            />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
