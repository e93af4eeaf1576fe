import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppearanceProvider } from "@/components/shell/appearance";
import { EarlyPress } from "@/components/shell/early-press";
import { ReaderFonts } from "@/components/shell/fonts";
import { FirstWords } from "@/components/shell/words";
import { ReadingDirection } from "@/components/ui/direction";
import { Toaster } from "@/components/ui/toast";
import { chooseLocale, chooseTheme } from "@/server/doors/appearance";
import { readAppearance } from "@/server/doors/request-locale";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0a161b" },
  ],
};

/** Waits for the request, so that no page is prerendered: a prerendered one has no nonce and its scripts are blocked. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { locale, spoken, dir, theme, words } = await readAppearance();
  return (
    <html lang={spoken} dir={dir} data-theme={theme}>
      <head>
        <ReaderFonts locale={locale} />
        <EarlyPress />
      </head>
      <body>
        <FirstWords locale={spoken} words={words}>
          <AppearanceProvider theme={theme} chooseLocale={chooseLocale} chooseTheme={chooseTheme}>
            <ReadingDirection dir={dir}>
              {children}
              <Toaster />
            </ReadingDirection>
          </AppearanceProvider>
        </FirstWords>
      </body>
    </html>
  );
}
