import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { apart } from "@/components/entry/next-path";
import { SkipLink } from "@/components/shell/skip-link";
import { Link } from "@/components/ui/link";
import { formatPhone } from "@/lib/i18n/phone";

type AccountShellProps = {
  me: { name: string; email?: string; phone?: string; username?: string };
  back: string;
  children: ReactNode;
};

/** One column that stands by itself, since it belongs to the person and to no agency. */
export function AccountShell({ me, back, children }: AccountShellProps) {
  const t = useTranslations("account");
  const names = [me.email, me.phone && formatPhone(me.phone), me.username]
    .flatMap((one) => (one ? [apart(one)] : []))
    .join("\u00a0· ");
  return (
    <div data-density="cosy" className="min-h-dvh">
      <SkipLink />
      <main id="content" tabIndex={-1} className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-6">
        <header>
          <Link
            href={back}
            className="-ms-2 inline-flex min-h-(--touch) items-center gap-1 rounded-md px-2 text-ink-2 hover:text-ink"
          >
            <ChevronLeft aria-hidden size={18} className="mirror" />
            {t("back")}
          </Link>
          <h1 className="display text-2xl">{t("title")}</h1>
          {names ? (
            <p className="mt-0.5 text-ink-2 [overflow-wrap:anywhere]">{t("profile.signsInWith", { list: names })}</p>
          ) : null}
        </header>
        {children}
      </main>
    </div>
  );
}
