import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";

/** Says to whoever comes back to book that they hold seats here already. @param href where one's bookings are */
export function HeldHere({ held, href }: { held: number; href: string }) {
  const t = useTranslations("bookings");
  if (held === 0) return null;
  return (
    <Banner action={<LinkButton href={href}>{t("my.title")}</LinkButton>}>{t("flow.heldHere", { count: held })}</Banner>
  );
}
