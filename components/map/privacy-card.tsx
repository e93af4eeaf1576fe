import { ShieldCheck, ShieldOff } from "lucide-react";
import type { SharingState } from "@/lib/groups/contract";
import type { Words } from "./use-words";

export type Consent = {
  state: SharingState;
  /** The trip's window: sharing begins and stops by itself; null before the trip has dates. */
  startsAt: Date | null;
  endsAt: Date | null;
};
/** Where consent stands at this moment: a position is seen only inside the trip's window. */
export const judgeConsent = ({ state, startsAt, endsAt }: Consent, now: Date) => {
  const over = endsAt !== null && endsAt <= now;
  const early = startsAt !== null && startsAt > now;
  return { over, early, visible: state === "on" && !over && !early };
};
/** Who sees the reader's position and until when, in one sentence. */
export function PrivacyCard({ consent, now, words }: { consent: Consent; now: Date; words: Words }) {
  const { t } = words;
  const { over, early, visible } = judgeConsent(consent, now);
  const Icon = visible ? ShieldCheck : ShieldOff;
  const below = () => {
    if (over) return t("my.over");
    if (visible) return consent.endsAt && t("my.ends", { date: words.date(consent.endsAt) });
    if (consent.state !== "on") return t(consent.state === "off" ? "my.offBody" : "my.pausedBody");
    return early && consent.startsAt && t("my.begins", { date: words.date(consent.startsAt) });
  };
  return (
    <div className="qm-card flex items-center gap-3.5 px-4 py-3">
      <Icon size={28} aria-hidden className={`flex-none ${visible ? "text-ok" : "text-ink-3"}`} />
      <div className="min-w-0">
        <p className="text-lg leading-6 font-semibold">{t(visible ? "my.visible" : "my.visibleNot")}</p>
        <p className="text-md text-ink-2">{below()}</p>
      </div>
    </div>
  );
}
