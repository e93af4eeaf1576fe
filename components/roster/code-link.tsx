import { QrCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { Group } from "@/lib/groups/contract";

/** The way to the group's code, while it opens the group to anybody. */
export function CodeLink({ group, href }: { group: Pick<Group, "state">; href: string }) {
  const t = useTranslations("lead.today");
  if (group.state === "past") return null;
  return (
    <LinkButton href={href} kind="soft" size="lg" wide icon={<QrCode aria-hidden size={22} />}>
      {t("code")}
    </LinkButton>
  );
}
