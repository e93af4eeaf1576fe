"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";

type LeaveQueueProps = {
  departureId: string;
  entryId: string;
  leave: Act<{ id: string; entryId: string }>;
  /** Said by whoever takes somebody else off the list. */
  isDesk?: boolean;
};

/** Gives up a place in the queue, after asking. */
export function LeaveQueue({ departureId, entryId, leave, isDesk }: LeaveQueueProps) {
  const t = useTranslations("bookings.queue");
  const verb = t(isDesk ? "remove" : "leave");
  const { busy, act } = useAct();
  const go = () => act(() => leave({ id: departureId, entryId }), { said: { text: t("left") } });
  return (
    <Confirm
      title={t(isDesk ? "removeAsk" : "ask")}
      text={t("text")}
      trigger={
        <Button kind="ghost" busy={busy && verb} className="self-start" {...(isDesk ? { size: "sm" } : {})}>
          {verb}
        </Button>
      }
      keep={t(isDesk ? "keep" : "stay")}
      verb={verb}
      go={(close) => {
        close();
        go();
      }}
    />
  );
}
