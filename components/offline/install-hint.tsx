"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { listenForInstall, readOffer, subscribeOffer, takeOffer } from "./install";

type Device = "installed" | "apple" | "other";

function deviceNow(): Device {
  if (window.matchMedia("(display-mode: standalone)").matches) return "installed";
  // Safari installs by its own menu only, and offers nothing.
  return /iPhone|iPad/.test(navigator.userAgent) ? "apple" : "other";
}

/** How to have the app on the home screen: by a press where the browser offers it, in words where it does not. */
export function InstallHint() {
  const t = useTranslations("shell.install");
  const offer = useSyncExternalStore(subscribeOffer, readOffer, () => null);
  const [device, setDevice] = useState<Device | null>(null);
  useEffect(() => {
    listenForInstall();
    setDevice(deviceNow());
  }, []);
  if (device === null || (device === "other" && !offer)) return null;
  return (
    <section className="card flex flex-col gap-3 p-(--pad-card)">
      <div>
        <h2 className="text-lg font-semibold">{t("title")}</h2>
        <p className="text-ink-2">{t("text")}</p>
      </div>
      {device === "installed" ? <p className="text-ok-ink">{t("done")}</p> : null}
      {device === "apple" ? <p>{t("ios")}</p> : null}
      {device === "other" ? (
        <Button size="lg" wide icon={<Download aria-hidden size={20} />} onClick={() => void takeOffer()}>
          {t("act")}
        </Button>
      ) : null}
    </section>
  );
}
