import { ShieldCheck, ShieldOff } from "lucide-react";
import type { SharingState } from "@/lib/groups/contract";
import type { Words } from "./use-words";

export type Consent = {
  state: SharingState;
  /** The trip's window: sharing begins and stops by itself; null before the trip has dates. */
  startsAt: Date | null;
  endsAt: Date | null;
  /** Another group that travels now sees the reader. */
  seenToo: boolean;
};
/** Where consent stands at this moment: a position is seen only inside the trip's window. */
export const judgeConsent = ({ state, startsAt, endsAt }: Omit<Consent, "seenToo">, now: Date) => {
  const over = endsAt !== null && endsAt <= now;
  const early = startsAt !== null && startsAt > now;
  return { over, early, visible: state === "on" && !over && !early };
};
type PrivacyCardProps = {
  consent: Consent;
  /** This phone lets nobody read its position, whatever was agreed to. */
  blocked?: boolean;
  now: Date;
  words: Words;
};

/** Who sees the reader's position and until when, in one sentence. */
export function PrivacyCard({ consent, blocked = false, now, words }: PrivacyCardProps) {
  const { t } = words;
  const { seenToo } = consent;
  const { over, early, visible } = judgeConsent(consent, now);
  const stopped = blocked && (visible || seenToo);
  const title = stopped ? "blocked" : visible ? "visible" : seenToo ? "notHere" : "visibleNot";
  const Icon = title === "visible" ? ShieldCheck : ShieldOff;
  const below = () => {
    if (stopped) return null;
    if (over) return t("my.over");
    if (visible) return consent.endsAt && t("my.ends", { date: words.date(consent.endsAt) });
    if (consent.state === "off" && seenToo) return null;
    if (consent.state !== "on") return t(consent.state === "off" ? "my.offBody" : "my.pausedBody");
    return early && consent.startsAt && t("my.begins", { date: words.date(consent.startsAt) });
  };
  return (
    <div className="qm-card flex items-center gap-3.5 px-4 py-3">
      <Icon size={28} aria-hidden className={`flex-none ${title === "visible" ? "text-ok" : "text-ink-3"}`} />
      <div className="min-w-0">
        <p className="text-lg leading-6 font-semibold">{t(`my.${title}`)}</p>
        <p className="text-md text-ink-2">{below()}</p>
      </div>
    </div>
  );
}
