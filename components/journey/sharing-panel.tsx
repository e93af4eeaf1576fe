"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { SharingView } from "@/components/offline/sharing-view";
import { useSharing } from "@/components/offline/use-sharing";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { SharingState } from "@/lib/groups/contract";
import { formatAge, formatShortDate } from "@/lib/i18n/formats";
import { ConsentPanel, type TripWindow } from "./consent-panel";
import { DeniedHelp } from "./denied-help";

export type SetSharing = Act<{ groupId: string; state: SharingState }>;
export type SharingPanelProps = {
  agency: string;
  groupId: string;
  userId: string;
  state: SharingState;
  window: TripWindow;
  /** Server time, ms. */
  now: number;
  setSharing: SetSharing;
  /** Another group that travels now sees the reader: this device goes on sending for it. */
  seenToo?: boolean;
};

/** My position: whether it is shared, how sending goes, and the ways to begin, pause and end it. Sends while shown. */
export function SharingPanel(props: SharingPanelProps) {
  const { agency, groupId, userId, state, window, now: start, setSharing, seenToo = false } = props;
  const t = useTranslations("my.sharing");
  const now = useNow(start);
  const { busy, act } = useAct();
  const [asked, setAsked] = useState(false);
  const runs = window.startsAt <= now && now <= window.endsAt;
  const view = useSharing({ userKey: userId, agency, enabled: seenToo || (state === "on" && runs) });
  const set = (next: SharingState) =>
    act(() => setSharing({ groupId, state: next }), {
      said: { text: next !== "on" && seenToo ? t("offHere") : t(`said.${next}`) },
      done: () => setAsked(false),
    });
  if (state === "off" && asked)
    return <ConsentPanel window={window} busy={busy} onAgree={() => set("on")} onDecline={() => setAsked(false)} />;
  const blocked = view.state === "denied" || view.state === "unsupported";
  const seen = state === "on" && runs && !blocked;
  const Icon = seen ? ShieldCheck : ShieldOff;
  const title = state !== "on" || seen ? state : blocked ? "blocked" : "early";
  const press = { on: () => set("paused"), paused: () => set("on"), off: () => setAsked(true) }[state];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-3.5">
        <Icon aria-hidden size={28} className={`mt-0.5 flex-none ${seen ? "text-ok" : "text-ink-3"}`} />
        <div className="min-w-0">
          <h2 className="text-lg leading-6 font-semibold">
            {title === "off" && seenToo ? t("offHere") : t(`title.${title}`)}
          </h2>
          <Standing state={state} view={view} runs={runs} window={window} now={now} />
        </div>
      </div>
      {view.state === "denied" ? <DeniedHelp /> : null}
      <Button kind={state === "on" ? "secondary" : "soft"} size="lg" wide busy={busy && t("working")} onClick={press}>
        {t(`act.${state}`)}
      </Button>
      {state === "paused" ? (
        <Button kind="ghost" size="lg" wide onClick={() => set("off")}>
          {t("stop")}
        </Button>
      ) : null}
    </div>
  );
}

type StandingProps = { state: SharingState; view: SharingView; runs: boolean; window: TripWindow; now: Date };

/** One honest line: sent when, waiting for what, or from when on. */
function Standing({ state, view, runs, window, now }: StandingProps) {
  const t = useTranslations("my.sharing");
  const locale = useLocale();
  if (state !== "on") return <p className="text-md text-ink-2">{t(`text.${state}`)}</p>;
  const dates = {
    start: formatShortDate(locale, window.startsAt, { zone: window.zone }),
    end: formatShortDate(locale, window.endsAt, { zone: window.zone }),
  };
  const sent = view.lastAckAt === null ? null : formatAge(locale, new Date(view.lastAckAt), now);
  const line = () => {
    if (!runs) return t("early", dates);
    if (view.state === "unsupported") return t("unsupported");
    if (view.state === "denied") return t("denied");
    if (view.state === "waiting") return view.unsent > 0 ? t("kept", { count: view.unsent }) : t("waiting");
    if (view.elsewhere) return t("elsewhere");
    return sent ? t("sent", { age: sent }) : t("sending");
  };
  return (
    <>
      <p role="status" className="text-md font-semibold first-letter:uppercase">
        {line()}
      </p>
      <p className="text-md text-ink-2">{t("text.on", dates)}</p>
    </>
  );
}
