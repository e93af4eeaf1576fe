import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** The way to the roster on paper. */
export function PrintLink({ href }: { href: string }) {
  const t = useTranslations("shell");
  return (
    <LinkButton href={href} icon={<Printer aria-hidden size={16} />}>
      {t("print")}
    </LinkButton>
  );
}
