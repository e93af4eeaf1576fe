import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says that a chat was silenced by its reader. */
export function MutedMark() {
  const t = useTranslations("chat");
  return (
    <span className="inline-flex items-center gap-1.5 text-md text-ink-2">
      <BellOff aria-hidden size={18} className="flex-none" />
      {t("muted")}
    </span>
  );
}
