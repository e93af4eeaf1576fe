"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { enter } from "./enter";
import { useRefusal } from "./use-refusal";

/** Takes the session over that another host of ours sent along. */
export function HandOverArrival({ to }: { to: string }) {
  const t = useTranslations("entry.signIn");
  const refusal = useRefusal();
  const begun = useRef(false);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    // A pass works once: an effect that runs twice must not try it twice.
    if (begun.current) return;
    begun.current = true;
    void enter({ token: window.location.hash.slice(1), handedOver: true }).then((code) => {
      if (code === null) window.location.replace(to);
      else setRefused(code === "validation" ? "link_expired" : code);
    });
  }, [to]);
  if (!refused) return null;
  return (
    <div className="flex flex-col gap-4">
      <Banner kind="bad">{refusal(refused)}</Banner>
      <LinkButton href="/sign-in" kind="primary" size="lg" wide>
        {t("submit")}
      </LinkButton>
    </div>
  );
}
