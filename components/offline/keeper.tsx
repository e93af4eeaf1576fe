"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toast } from "@/components/ui/toast";
import { forgetSeen } from "./forget";
import { listenForInstall } from "./install";
import { FOR, type ToWorker, type Who, whoKey } from "./who";

const tell = (worker: ServiceWorker | null, message: ToWorker) => worker?.postMessage(message);

/** Registers the worker after the page has loaded. Null where the browser has none, or not here (private windows, plain HTTP). */
async function registration(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  return navigator.serviceWorker.register("/sw.js").catch(() => null);
}

let watched: ServiceWorkerRegistration | null = null;

/** A new worker waits until its user says so: what is unsent stands in the phone's own queue, not in the worker. */
function offerUpdate(known: ServiceWorkerRegistration, words: { text: string; label: string }) {
  if (watched === known) return;
  watched = known;
  const offer = (waiting: ServiceWorker) => {
    const run = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
      tell(waiting, { type: "use" });
    };
    toast({ text: words.text, action: { label: words.label, run }, lasts: Number.POSITIVE_INFINITY });
  };
  if (known.waiting && known.active) return offer(known.waiting);
  known.addEventListener("updatefound", () => {
    const { installing } = known;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && known.active) offer(installing);
    });
  });
}

/** Where people are, and codes that open doors, are nothing to keep. */
const isKept = (path: string) => !/\/(map|code)(\/|$)/.test(path);

/** Keeps these pages on this device for the reader, and those visited, for when there is no network. Without pages it only
 * sees to it that whoever has no network is told so. */
export function OfflineKeeper({ who, urls }: { who: Who; urls: readonly string[] }) {
  const t = useTranslations("shell.update");
  const path = usePathname();
  const start = useEffectEvent(async (visited: string) => {
    const known = await registration();
    if (!known) return;
    offerUpdate(known, { text: t("text"), label: t("act") });
    const ready = await navigator.serviceWorker.ready;
    const wanted = [...new Set([...urls, visited])].filter(isKept);
    if (urls.length > 0) tell(ready.active, { type: "keep", who, urls: wanted });
  });
  useEffect(() => {
    listenForInstall();
    const begin = () => void start(path);
    if (document.readyState === "complete") return begin();
    window.addEventListener("load", begin, { once: true });
    return () => window.removeEventListener("load", begin);
  }, [path]);
  return <div hidden {...{ [FOR]: whoKey(who) }} />;
}

/** Stands on every way in, where nobody is signed in yet: nothing of whoever was here before stays. */
export function ForgetKept() {
  useEffect(() => {
    void forgetSeen();
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.getRegistration().then(
      (known) => tell(known?.active ?? null, { type: "forget" }),
      () => undefined,
    );
  }, []);
  return null;
}
