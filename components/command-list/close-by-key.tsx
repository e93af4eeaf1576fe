"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isForPage } from "./keys";

/** Esc closes what stands open beside a list, as the key map says; the keys stay at its line. @param href the list alone */
export function CloseByKey({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "Escape" && isForPage(event)) router.push(href, { scroll: false });
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [router, href]);
  return null;
}
