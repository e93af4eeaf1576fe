"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";

const phones = ["android", "iphone"] as const;

/** The browser was told not to say where it is: how to take that back, step by step. */
export function DeniedHelp() {
  const t = useTranslations("my.denied");
  return (
    <div className="flex flex-col gap-3">
      <Banner kind="warn" title={t("title")}>
        {t("text")}
      </Banner>
      {phones.map((phone) => (
        <Fold
          key={phone}
          title={<span className="font-semibold text-md">{t(`${phone}.name`)}</span>}
          className="rounded-xl border border-line px-4"
        >
          <ol className="list-decimal pb-3 ps-5 text-md text-ink-2">
            <li>{t(`${phone}.one`)}</li>
            <li>{t(`${phone}.two`)}</li>
            <li>{t(`${phone}.three`)}</li>
          </ol>
        </Fold>
      ))}
      <Button size="lg" wide onClick={() => window.location.reload()}>
        {t("again")}
      </Button>
    </div>
  );
}

/** The same help, shown by itself once the browser says that permission was refused. */
export function DeniedHelpIfDenied() {
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    let status: PermissionStatus | null = null;
    const read = () => setDenied(status?.state === "denied");
    // Browsers without this question show the shorter words of the map instead.
    navigator.permissions?.query({ name: "geolocation" }).then(
      (found) => {
        status = found;
        found.addEventListener("change", read);
        read();
      },
      () => undefined,
    );
    return () => status?.removeEventListener("change", read);
  }, []);
  return denied ? <DeniedHelp /> : null;
}
