import { useTranslations } from "next-intl";

/** First stop of the keyboard: past the navigation to #content. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#content" className="skip">
      {t("skip")}
    </a>
  );
}
