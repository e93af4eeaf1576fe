"use client";

import NextLink, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";

/** A way to another page, fetched ahead once somebody points at it: fetching all that is in sight, as Next does, asks the
 * server for two answers per row of every list. What a thumb goes to all day (the bottom bar) is fetched in sight. */
export function Link({
  onPointerEnter,
  onFocus,
  children,
  ...rest
}: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [isMeant, setMeant] = useState(false);
  return (
    <NextLink
      {...rest}
      prefetch={isMeant ? null : false}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
    >
      {children}
      <Going />
    </NextLink>
  );
}

/** On a slow network the link itself says that it was pressed (controls.css). */
function Going() {
  return useLinkStatus().pending ? <span hidden className="going" /> : null;
}
