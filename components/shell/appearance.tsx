"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useOptimistic, useTransition } from "react";
import { Segmented } from "@/components/ui/choices";
import { localeNames, spokens } from "@/lib/i18n/locales";

/** sun: white surfaces and stronger lines, for reading in bright light. */
export type Theme = "light" | "dark" | "system" | "sun";
type Appearance = {
  theme: Theme;
  chooseLocale: (locale: string) => Promise<void>;
  chooseTheme: (theme: string) => Promise<void>;
};

const Context = createContext<Appearance | null>(null);

/** Stands once in the root layout; the two acts are server actions that set a cookie. */
export function AppearanceProvider({ children, ...appearance }: Appearance & { children: ReactNode }) {
  return <Context value={appearance}>{children}</Context>;
}

/** The choice shows at once; the page follows when the server has answered. */
function useChoice(now: string, act?: (value: string) => Promise<void>) {
  const router = useRouter();
  const [, start] = useTransition();
  const [value, show] = useOptimistic(now);
  const choose = (next: string) =>
    start(async () => {
      show(next);
      await act?.(next);
      router.refresh();
    });
  return [value, choose] as const;
}

/** What the pages are written in, and what somebody signed in is written to in: each language by its own name. */
export function LocaleSwitch({ className }: { className?: string }) {
  const t = useTranslations("shell");
  const [locale, choose] = useChoice(useLocale(), use(Context)?.chooseLocale);
  return (
    <label className={`flex flex-col gap-1.5 text-sm ${className ?? ""}`}>
      <span className="text-ink-3">{t("language")}</span>
      <span className="box">
        <select value={locale} onChange={(event) => choose(event.target.value)}>
          {spokens.map((one) => (
            <option key={one} value={one} lang={one}>
              {localeNames[one]}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden size={16} className="pointer-events-none flex-none text-ink-3" />
      </span>
    </label>
  );
}

/** The theme as it shows, and how to choose another. */
export function useTheme() {
  const appearance = use(Context);
  return useChoice(appearance?.theme ?? "system", appearance?.chooseTheme);
}

/** Light, dark, as the device, or for the sun. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useTranslations("shell");
  const [theme, choose] = useTheme();
  const options = (["light", "dark", "system", "sun"] as const).map((value) => ({
    value,
    label: t(`themes.${value}`),
  }));
  return (
    <div className={`flex flex-col gap-1.5 text-sm ${className ?? ""}`}>
      <span aria-hidden className="text-ink-3">
        {t("theme")}
      </span>
      <Segmented legend={t("theme")} options={options} value={theme} onValue={choose} />
    </div>
  );
}
