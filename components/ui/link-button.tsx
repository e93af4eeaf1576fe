"use client";

import type { ComponentProps } from "react";
import { type Look, look } from "./button";
import { Link } from "./link";

/** A way to another page that looks like a button. */
export function LinkButton({
  kind,
  size,
  icon,
  wide,
  children,
  className,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} {...look({ kind, size, wide }, !children)} className={`btn ${className ?? ""}`}>
      {icon}
      {children}
    </Link>
  );
}
