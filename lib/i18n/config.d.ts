import type { Messages } from "./load";
import type { Locale as OurLocale } from "./locales";

// Makes t("...") check its keys against the English messages at compile time.
declare module "use-intl" {
  interface AppConfig {
    Locale: OurLocale;
    Messages: Messages;
  }
}
