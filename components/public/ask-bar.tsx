import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";

type AskBarProps = { hotline: string | null /** The way to choose, or why there is none. */; go: Way | string };
type Way = { href: string; label: string };

/** What stays at a phone's bottom: ask somebody, or choose. */
export function AskBar({ hotline, go }: AskBarProps) {
  const t = useTranslations("packages.public");
  return (
    <>
      {hotline ? (
        <a href={`tel:${hotline}`} className="btn flex-1" data-kind="secondary" data-size="lg">
          <MessageCircle aria-hidden size={18} />
          {t("ask")}
        </a>
      ) : null}
      {typeof go === "string" ? (
        <p className="flex min-h-12 flex-1 items-center text-ink-2">{go}</p>
      ) : (
        <a href={go.href} className="btn flex-1" data-kind="primary" data-size="lg">
          {go.label}
        </a>
      )}
    </>
  );
}
