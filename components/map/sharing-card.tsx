"use client";
import { Eye } from "lucide-react";
import { useState } from "react";
import type { SharingView } from "@/components/offline/sharing-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Consent } from "./privacy-card";
import type { Words } from "./use-words";

export type Look = { name: string; at: Date };

function sendingWords(
  { state, unsent, lastAckAt, elsewhere }: SharingView,
  now: Date,
  { t, number, age }: Words,
): string {
  if (state === "waiting")
    return `${t("my.waiting")}. ${unsent > 0 ? t("state.kept", { count: unsent, shown: number(unsent) }) : ""}`;
  if (elsewhere) return t("my.elsewhere");
  return lastAckAt === null ? t("my.sending") : t("my.sent", { age: age(new Date(lastAckAt), now) });
}

/** How sending goes right now, in honest words; trouble says what to do. */
export function SendingStatus({ sharing, now, words }: { sharing: SharingView; now: Date; words: Words }) {
  const { t, number } = words;
  if (sharing.state === "denied" || sharing.state === "unsupported") {
    return (
      <Banner kind="warn" className="text-md">
        {t(`my.${sharing.state}`)}
      </Banner>
    );
  }
  if (sharing.state === "paused") return null;
  return (
    <div className="flex flex-col gap-1 text-md text-ink-2">
      <p role="status" className="font-semibold text-ink first-letter:uppercase">
        {sendingWords(sharing, now, words)}
      </p>
      {sharing.dropped > 0 && <p>{t("my.dropped", { count: sharing.dropped, shown: number(sharing.dropped) })}</p>}
      <p>{t("my.hidden")}</p>
    </div>
  );
}

/** Pause and resume; the change counts once the server has taken it. */
export function SharingSwitch({
  consent,
  set,
  words,
}: {
  consent: Consent;
  set: (state: "on" | "paused") => Promise<boolean>;
  words: Words;
}) {
  const { t } = words;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const visible = consent.state === "on";
  const press = async () => {
    setBusy(true);
    const done = await set(visible ? "paused" : "on").catch(() => false);
    setFailed(!done);
    setBusy(false);
  };
  return (
    <div className="grid gap-2">
      <Button
        kind={visible ? "secondary" : "primary"}
        size="xl"
        wide
        busy={busy && t("my.working")}
        onClick={() => void press()}
      >
        {t(visible ? "my.pause" : "my.resume")}
      </Button>
      {failed && (
        <p role="alert" className="text-md text-bad-ink">
          {t("my.failed")}
        </p>
      )}
    </div>
  );
}

/** Whoever looked at the reader's position; nobody looks in secret. */
export function Looks({ looks, now, words }: { looks: readonly Look[]; now: Date; words: Words }) {
  const { t } = words;
  return (
    <section>
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        <Eye size={22} aria-hidden />
        {t("my.looks")}
      </h2>
      {looks.length === 0 && <p className="text-md text-ink-2">{t("my.looksNone")}</p>}
      <ul>
        {looks.map(({ name, at }) => (
          <li
            key={`${name} ${at.getTime()}`}
            className="flex min-h-12 items-center justify-between gap-3 border-t border-line text-md first:border-t-0"
          >
            <bdi>{name}</bdi>
            <span className="tn text-ink-2">{words.since(at, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
