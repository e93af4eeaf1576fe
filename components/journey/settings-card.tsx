import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { LocaleSwitch, ThemeSwitch } from "@/components/shell/appearance";
import { SubmitButton } from "@/components/ui/button";

/** Language and light. */
export function SettingsCard() {
  return (
    <section className="card flex flex-col gap-4 p-(--pad-card)">
      <LocaleSwitch />
      <ThemeSwitch />
    </section>
  );
}

/** The way out. */
export function SignOutCard({ signOut }: { signOut: () => Promise<void> }) {
  const t = useTranslations();
  return (
    <form action={signOut}>
      <SubmitButton
        kind="secondary"
        size="xl"
        wide
        busyLabel={t("common.loading")}
        icon={<LogOut aria-hidden size={22} className="mirror" />}
      >
        {t("shell.signOut")}
      </SubmitButton>
    </form>
  );
}
