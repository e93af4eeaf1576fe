"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type LeaveQueueProps = { departureId: string; entryId: string; leave: Act<{ id: string; entryId: string }> };

/** Gives up a place in the queue, after asking. */
export function LeaveQueue({ departureId, entryId, leave }: LeaveQueueProps) {
  const t = useTranslations("bookings.queue");
  const { busy, act } = useAct();
  const go = () => act(() => leave({ id: departureId, entryId }), { said: { text: t("left") } });
  return (
    <Dialog
      title={t("ask")}
      text={t("text")}
      trigger={
        <Button kind="ghost" busy={busy && t("leave")} className="self-start">
          {t("leave")}
        </Button>
      }
      actions={(close) => (
        <>
          <Button onClick={close}>{t("stay")}</Button>
          <Button
            kind="danger"
            onClick={() => {
              close();
              go();
            }}
          >
            {t("leave")}
          </Button>
        </>
      )}
    />
  );
}
