import type { Locale } from "@/lib/i18n/locales";

const url = {
  latin: new URL("@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2", import.meta.url).pathname,
  cyrillic: new URL("@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2", import.meta.url)
    .pathname,
  arabic: new URL(
    "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    import.meta.url,
  ).pathname,
};

const scripts: Record<Locale, readonly (keyof typeof url)[]> = {
  en: ["latin"],
  id: ["latin"],
  ms: ["latin"],
  ar: ["arabic"],
  ru: ["cyrillic"],
  kk: ["cyrillic"],
};

/** Fetches the script the reader reads early, and no other; stands in the head. */
export function ReaderFonts({ locale }: { locale: Locale }) {
  return scripts[locale].map((script) => (
    <link key={script} rel="preload" as="font" type="font/woff2" href={url[script]} crossOrigin="anonymous" />
  ));
}
