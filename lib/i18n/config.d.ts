import type { Messages } from "./load";
import type { Spoken } from "./locales";

// Makes t("...") check its keys against the English messages at compile time.
declare module "use-intl" {
  interface AppConfig {
    Locale: Spoken;
    Messages: Messages;
  }
}
