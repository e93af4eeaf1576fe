"use client";

import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { LiveAgency, useLive, useLiveState } from "@/components/live/use-live";
import { BellFace } from "./bell-face";
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
  return (
    <>
      <BellFace {...{ look, told }} count={unread ?? 0} onOpen={() => setOpen(true)} />
      {open === null ? null : (
        <Suspense>
          <Panel agency={agency} open={open} onOpenChange={setOpen} told={told} onUnread={setUnread} />
        </Suspense>
      )}
    </>
  );
}
