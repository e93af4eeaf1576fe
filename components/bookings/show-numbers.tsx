"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";

type Numbers = { passportNumber: string | null; nationalId: string | null };
export type ReadPapers = Act<{ id: string; pilgrimId: string }, Numbers>;
type ShowNumbersProps = { bookingId: string; pilgrimId: string; read: ReadPapers };

/** The numbers in full, for who fills in a visa; pressing it says that the look is recorded. */
export function ShowNumbers({ bookingId, pilgrimId, read }: ShowNumbersProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const [numbers, setNumbers] = useState<Numbers | null>(null);
  if (numbers)
    return (
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg bg-sunken p-3">
        {(["passportNumber", "nationalId"] as const).map((field) => (
          <div key={field} className="contents">
            <dt className="text-ink-2">{t(`field.${field}`)}</dt>
            <dd className="tn text-end font-semibold">
              <bdi dir="ltr">{numbers[field] ?? "–"}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    );
  return (
    <p className="flex flex-wrap items-center gap-3 text-ink-2">
      <Button
        icon={<Eye aria-hidden size={16} />}
        busy={busy && t("reveal.act")}
        onClick={() => act(() => read({ id: bookingId, pilgrimId }), { done: setNumbers })}
      >
        {t("reveal.act")}
      </Button>
      {t("reveal.text")}
    </p>
  );
}
