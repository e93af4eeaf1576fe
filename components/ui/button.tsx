"use client";

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { useFormStatus } from "react-dom";

export type ButtonKind = "primary" | "secondary" | "soft" | "ghost" | "lamp" | "ink" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg" | "xl";

export type Look = {
  kind?: ButtonKind;
  /** md follows the density of the surface; sm, lg (48 px) and xl (60 px) are one step aside. */
  size?: ButtonSize;
  icon?: ReactNode;
  /** Fills the width of its parent. */
  wide?: boolean;
};

/** What the style sheet draws a button by. */
export const look = ({ kind = "secondary", size = "md", wide }: Look, iconOnly: boolean) => ({
  "data-kind": kind,
  "data-size": size,
  "data-wide": wide ? "" : undefined,
  "data-icon-only": iconOnly ? "" : undefined,
});

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  Look & {
    /** Words beside the spinner while it works ("Saving"); further presses are ignored. */
    busy?: string | false;
    /** Why it can't be pressed now, shown under it. */
    unavailable?: string | false;
  };

/** One act. With an icon and no children it needs an aria-label. */
export function Button({
  kind,
  size,
  icon,
  wide,
  busy,
  unavailable,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  const reason = useId();
  const still = Boolean(busy || unavailable);
  const press = (event: MouseEvent<HTMLButtonElement>) => (still ? event.preventDefault() : onClick?.(event));
  const button = (
    <button
      type="button"
      {...rest}
      {...look({ kind, size, wide }, !children)}
      className={`btn ${className ?? ""}`}
      aria-disabled={still || undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={unavailable ? reason : rest["aria-describedby"]}
      data-unavailable={unavailable ? "" : undefined}
      title={children ? rest.title : (rest.title ?? rest["aria-label"])}
      onClick={press}
    >
      {busy ? <span className="spinner" aria-hidden /> : icon}
      {busy ? (
        <span className="grid">
          <span className="invisible col-start-1 row-start-1" aria-hidden>
            {children}
          </span>
          <span className="col-start-1 row-start-1">{busy}</span>
        </span>
      ) : (
        children
      )}
    </button>
  );
  if (!unavailable) return button;
  return (
    <span className={`inline-flex flex-col gap-1.5 ${wide ? "w-full" : ""}`}>
      {button}
      <span id={reason} className="text-xs text-ink-3">
        {unavailable}
      </span>
    </span>
  );
}

/** The submit button of a form with an action: busy while the form is on its way. */
export function SubmitButton({ busyLabel, busy, ...props }: ButtonProps & { busyLabel: string }) {
  const { pending } = useFormStatus();
  return <Button kind="primary" {...props} type="submit" busy={pending ? busyLabel : busy} />;
}
