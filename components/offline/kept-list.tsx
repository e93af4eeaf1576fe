"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatAge } from "@/lib/i18n/formats";
import { houseAnswers } from "./house-answers";
import { KEPT_AT } from "./who";

type Kept = { path: string; title: string; at: Date };

const titleIn = (html: string) => new DOMParser().parseFromString(html, "text/html").title.split(" · ")[0] ?? "";

/** Every page that is kept on this device. */
async function readKept(): Promise<Kept[]> {
  if (!("caches" in window)) return [];
  const names = (await caches.keys()).filter((name) => name.startsWith("private:"));
  const found = names.map(async (name) => {
    const cache = await caches.open(name);
    return Promise.all(
      (await cache.keys()).map(async (request) => {
        const page = await cache.match(request);
        const { pathname: path } = new URL(request.url);
        return {
          path,
          title: titleIn((await page?.text()) ?? "") || path,
          at: new Date(Number(page?.headers.get(KEPT_AT))),
        };
      }),
    );
  });
  return (await Promise.all(found)).flat();
}

const ASK_EVERY_MS = 4_000;

/** Opens the page that was asked for, as soon as the house answers. */
async function comeBack() {
  if (await houseAnswers()) window.location.reload();
}

/** What can be looked at without a network, and a way to try again. */
export function KeptList() {
  const t = useTranslations("shell.offline");
  const locale = useLocale();
  const [kept, setKept] = useState<Kept[] | null>(null);
  useEffect(() => {
    readKept().then(setKept, () => setKept([]));
    window.addEventListener("online", comeBack);
    const timer = setInterval(() => navigator.onLine && comeBack(), ASK_EVERY_MS);
    return () => {
      window.removeEventListener("online", comeBack);
      clearInterval(timer);
    };
  }, []);
  return (
    <div className="flex w-full flex-col gap-4">
      <p className="text-md text-ink-2">{kept?.length === 0 ? t("nothing") : t("text")}</p>
      {kept && kept.length > 0 ? (
        <ul className="card divide-y divide-line">
          {kept.map(({ path, title, at }) => (
            <li key={path}>
              {/* A plain link: the worker answers whole pages only. */}
              <a href={path} className="flex min-h-14 items-center gap-3 px-4 py-2">
                <span className="flex min-w-0 flex-1 flex-col">
                  <bdi className="font-semibold">{title}</bdi>
                  <span className="text-sm text-ink-3">{t("at", { age: formatAge(locale, at, new Date()) })}</span>
                </span>
                <ChevronRight aria-hidden size={20} className="mirror flex-none text-ink-3" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <Button kind="primary" size="lg" wide onClick={() => window.location.reload()}>
        {t("retry")}
      </Button>
    </div>
  );
}
