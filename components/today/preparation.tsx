import { FileText, Wallet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { type Stop, ThreadList } from "@/components/ui/thread";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { DocumentKind } from "@/lib/bookings/contract/pilgrim";
import { formatMoney, formatShortDate } from "@/lib/i18n/formats";

type PreparationProps = { booking: Booking; href: string };

/** What is still to be done before leaving, as a thread: papers, then the money, then the visa. */
export function Preparation({ booking, href }: PreparationProps) {
  const t = useTranslations("my.prep");
  const locale = useLocale();
  const { owed, paid, currency, settleBy, timeZone: zone } = booking;
  const party = booking.party.filter(({ state }) => state === "active");
  const seen = (kind: DocumentKind) =>
    party.every(({ documents }) => documents.some((one) => one.kind === kind && one.status === "accepted"));
  const rest = Math.max(0, owed - paid);
  const passports = party.filter(({ passport }) => passport !== "good").length;
  const steps = [
    { id: "passport", isDone: passports === 0, end: passports === 0 ? t("good") : t("open", { count: passports }) },
    { id: "vaccine", isDone: seen("vaccine"), end: seen("vaccine") ? t("good") : t("notYet") },
    { id: "money", isDone: rest === 0, end: rest === 0 ? t("paid") : formatMoney(locale, { amount: rest, currency }) },
    { id: "visa", isDone: seen("visa"), end: seen("visa") ? t("good") : t("visaLater") },
  ] as const;
  // The office sees to vaccine and visa; what the pilgrim can do now is the lamp.
  const now = steps.find(({ id, isDone }) => !isDone && (id === "money" || id === "passport"))?.id;
  const stops = steps.map(
    ({ id, isDone, end }): Stop => ({
      ...{ id, label: t(`step.${id}`), end },
      state: isDone ? "done" : id === now ? "now" : "next",
    }),
  );
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section className="card flex flex-col gap-2 p-(--pad-card)">
      <h2 className="flex flex-wrap items-baseline justify-between gap-2 text-lg font-semibold">
        {t("title")}
        <span className="tn text-md font-normal text-ink-2">{t("done", { done, all: steps.length })}</span>
      </h2>
      <ThreadList label={t("title")} stops={stops} className="text-md" />
      {now ? (
        <LinkButton
          href={href}
          kind="primary"
          size="xl"
          wide
          icon={now === "money" ? <Wallet aria-hidden size={24} /> : <FileText aria-hidden size={24} />}
        >
          {now === "money" ? t("pay", { day: formatShortDate(locale, settleBy, { zone }) }) : t("fill")}
        </LinkButton>
      ) : (
        <LinkButton href={href} size="lg" wide>
          {t("look")}
        </LinkButton>
      )}
    </section>
  );
}
