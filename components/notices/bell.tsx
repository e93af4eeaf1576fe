"use client";

import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { LiveAgency, useLive, useLiveState } from "@/components/live/use-live";
import { countUnread } from "./read-notices";

const Panel = lazy(() => import("./notices-panel").then((module) => ({ default: module.NoticesPanel })));

type BellProps = {
  /** Slug of the surface's agency. */
  agency: string;
  /** side: a line of the office's side bar; icon: a round button of a phone's header. */
  look: "side" | "icon";
};

/** What waits for the reader, counted live; pressed, the list of it. The list is loaded when it is first opened. */
export const Bell = (props: BellProps) => (
  <LiveAgency value={props.agency}>
    <BellButton {...props} />
  </LiveAgency>
);

function BellButton({ agency, look }: BellProps) {
  const t = useTranslations("shell.bell");
  const [unread, setUnread] = useState<number | null>(null);
  const [open, setOpen] = useState<boolean | null>(null);
  const [told, setTold] = useState(0);
  const connected = useLiveState() === "open";
  const countNow = () => countUnread(agency).then(setUnread, () => undefined);
  const count = useEffectEvent((_connected: boolean) => void countNow());
  // Once at the beginning, and after each time without a connection: hints missed meanwhile are gone.
  useEffect(() => count(connected), [connected]);
  useLive("notification:new", () => {
    setTold((times) => times + 1);
    void countNow();
  });
  const words = t("open", { count: unread ?? 0 });
  const shown = unread && unread > 99 ? "99+" : unread;
  return (
    <>
      <button
        type="button"
        className={look === "side" ? "side-item" : "bell"}
        aria-label={words}
        aria-haspopup="dialog"
        title={t("title")}
        onClick={() => setOpen(true)}
      >
        <BellIcon aria-hidden size={look === "side" ? 18 : 24} />
        {look === "side" ? <span className="side-word min-w-0 flex-1 text-start">{t("title")}</span> : null}
        {shown ? (
          <span aria-hidden className={look === "side" ? "side-count tn" : "bell-count tn"}>
            {shown}
          </span>
        ) : null}
      </button>
      <span role="status" className="sr-only">
        {told > 0 && unread ? words : ""}
      </span>
      {open === null ? null : (
        <Suspense>
          <Panel agency={agency} open={open} onOpenChange={setOpen} told={told} onUnread={setUnread} />
        </Suspense>
      )}
    </>
  );
}
