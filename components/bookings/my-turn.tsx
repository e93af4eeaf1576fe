import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { MyWait } from "@/lib/bookings/contract/waitlist";
import { HoldClock } from "./hold-clock";

/** What somebody in the queue of this departure reads first: that they stand in it, or how long seats are kept for them.
 * @param now server time, ms */
export function MyTurn({ wait: { seats, offerEndsAt, timeZone }, now }: { wait: MyWait; now: number }) {
  const t = useTranslations("bookings");
  const asked = t("wait.seats", { count: seats });
  if (!offerEndsAt)
    return (
      <Banner kind="info" title={asked}>
        {t("flow.waiting")}
      </Banner>
    );
  return (
    <div className="card flex flex-col gap-2.5 p-4">
      <p className="font-semibold">
        {t("waitStatus.offered")}&nbsp;· {asked}
      </p>
      <HoldClock endsAt={offerEndsAt} zone={timeZone} now={now} />
    </div>
  );
}
