import { Armchair, FileText, Wallet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { holdTime } from "@/components/bookings/hold-time";
import { LinkButton } from "@/components/ui/link-button";
import { type Stop, ThreadList } from "@/components/ui/thread";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { DocumentKind } from "@/lib/bookings/contract/pilgrim";
import { formatMoney, formatShortDate } from "@/lib/i18n/formats";
import { comesNext, type NextStep } from "./next-step";

type PreparationProps = { booking: Booking; href: string; now: Date };

const SIGNS: Record<NextStep, typeof Wallet> = { seats: Armchair, passport: FileText, money: Wallet };

/** What is still to be done before leaving, as a thread: papers, then the money, then the visa. */
export function Preparation({ booking, href, now }: PreparationProps) {
  const t = useTranslations("my.prep");
  const locale = useLocale();
  const { owed, paid, settleBy, holdEndsAt, timeZone: zone } = booking;
  const party = booking.party.filter(({ state }) => state === "active");
  const seen = (kind: DocumentKind) =>
    party.every(({ documents }) => documents.some((one) => one.kind === kind && one.status === "accepted"));
  const rest = Math.max(0, owed.amount - paid.amount);
  const passports = party.filter(({ passport }) => passport !== "good").length;
  // What was typed is not what somebody of the office has seen.
  const given = t(seen("passport") ? "good" : "given");
  const steps = [
    { id: "passport", isDone: passports === 0, end: passports === 0 ? given : t("open", { count: passports }) },
    { id: "vaccine", isDone: seen("vaccine"), end: seen("vaccine") ? t("good") : t("notYet") },
    { id: "money", isDone: rest === 0, end: rest === 0 ? t("paid") : formatMoney(locale, { ...owed, amount: rest }) },
    { id: "visa", isDone: seen("visa"), end: seen("visa") ? t("good") : t("visaLater") },
  ] as const;
  // The office sees to vaccine and visa; what the pilgrim can do now is the lamp.
  const next = comesNext(booking, now);
  const lit = next === "seats" ? "money" : next;
  // A clock runs on the seats, so what keeps them stands first.
  const ordered = next === "seats" ? steps.toSorted((a, b) => Number(b.id === lit) - Number(a.id === lit)) : steps;
  const stops = ordered.map(
    ({ id, isDone, end }): Stop => ({
      id,
      label: t(`step.${id}`),
      end,
      state: isDone ? "done" : id === lit ? "now" : "next",
    }),
  );
  const Sign = SIGNS[next ?? "money"];
  const label = {
    seats: t("keep", { time: holdEndsAt ? holdTime(locale, holdEndsAt, zone) : "" }),
    passport: t("fill"),
    money: t("pay", { day: formatShortDate(locale, settleBy, { zone }) }),
  };
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section className="card flex flex-col gap-2 p-(--pad-card)">
      <h2 className="flex flex-wrap items-baseline justify-between gap-2 text-lg font-semibold">
        {t("title")}
        <span className="tn text-md font-normal text-ink-2">{t("done", { done, all: steps.length })}</span>
      </h2>
      <ThreadList label={t("title")} stops={stops} className="text-md" />
      {next ? (
        <LinkButton href={href} kind="primary" size="xl" wide icon={<Sign aria-hidden size={24} />}>
          {label[next]}
        </LinkButton>
      ) : (
        <LinkButton href={href} size="lg" wide>
          {t("look")}
        </LinkButton>
      )}
    </section>
  );
}
