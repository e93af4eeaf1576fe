"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Booking } from "@/lib/bookings/contract/booking";
import { formatList } from "@/lib/i18n/list";
import type { BookingActs } from "./acts";
import { type Lacking, lacksOf } from "./lacks";

type SubmitActProps = { booking: Booking; update: BookingActs["update"]; isDesk: boolean };

/** Sends a draft on to be paid; what must be known of whom before that is said right here, not at the end of the page. */
export function SubmitAct({ booking: { id, party }, update, isDesk }: SubmitActProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [refusal, setRefusal] = useState<{ message: string; lacks: { id: string; text: string }[] } | null>(null);
  const refuse = (message: string, details: unknown) => {
    const { pilgrims = [] } = (details ?? {}) as { pilgrims?: Lacking[] };
    const lacks = lacksOf(party, pilgrims).map(({ id: pilgrimId, name, number, missing }) => {
      const fields = formatList(
        locale,
        missing.map((field) => t(`field.${field as "birthDate"}`)),
      );
      const who = name ?? t("person", { number: String(number) });
      return { id: pilgrimId, text: [who, t("missing", { fields })].join("\u00a0· ") };
    });
    setRefusal({ message, lacks });
  };
  const submit = () => {
    setRefusal(null);
    act(() => update({ id, submit: true }), { said: { text: t("submitted") }, refused: refuse });
  };
  return (
    <div className="flex flex-col gap-3">
      <Button kind={isDesk ? "primary" : "lamp"} size="lg" wide busy={busy && t("flow.holding")} onClick={submit}>
        {t("submit")}
      </Button>
      {refusal ? (
        <Banner kind="warn">
          <span className="flex flex-col gap-1">
            <span>{refusal.message}</span>
            {refusal.lacks.map((one) => (
              <bdi key={one.id}>{one.text}</bdi>
            ))}
          </span>
        </Banner>
      ) : null}
    </div>
  );
}
