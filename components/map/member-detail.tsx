"use client";
import { ArrowLeft, Crosshair, MessageCircle, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { Reference, Row } from "./board";
import { walkMinutes } from "./geo";
import type { Words } from "./use-words";

type MemberDetailProps = {
  row: Row;
  /** The trip has ended: nothing is shown of where somebody is. */
  over: boolean;
  from: Reference | null;
  now: Date;
  words: Words;
  crumbs: number;
  following: boolean;
  messageHref: string | null;
  onFollow: (follow: boolean) => void;
  onBack: () => void;
  /** Stands last where there is a way, or may have been: what it can be taken out as. */
  files: ReactNode;
};

const LOW_BATTERY = 0.2;

function Fact({ value, label, bad }: { value: string; label: string; bad?: boolean }) {
  return (
    <div className="flex flex-col-reverse border-s border-line px-2 text-center first:border-s-0">
      <dt className="text-base leading-5 text-ink-2">{label}</dt>
      <dd className={`display tn text-xl ${bad ? "text-bad-ink" : ""}`}>{value}</dd>
    </div>
  );
}

/** One member looked at: how far, how old, how sure, how long the battery lasts, and the ways to reach one. */
export function MemberDetail({
  row,
  over,
  from,
  now,
  words,
  crumbs,
  following,
  messageHref,
  onFollow,
  onBack,
  files,
}: MemberDetailProps) {
  const { t } = words;
  const { name, phone, avatar } = row.member;
  const fix = row.track?.latest.sharing === "on" ? row.track.latest.position : null;
  const battery = row.track?.latest.battery ?? null;
  const readAt = row.track?.latest.batteryAt ?? null;
  const isOlder = battery !== null && fix !== null && readAt !== null && readAt < fix.at;
  const metres = from && fix ? row.nearness.distanceM : null;
  const walk =
    metres === null ? t("detail.distance") : t("detail.walk", { minutes: words.number(walkMinutes(metres)) });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <Button
          kind="ghost"
          size="lg"
          icon={<ArrowLeft size={24} className="mirror" aria-hidden />}
          aria-label={t("act.back")}
          onClick={onBack}
        />
        <Avatar name={name} src={avatar} size={56} />
        <div className="min-w-0 flex-1">
          <h2 className="display text-xl">
            <bdi>{name}</bdi>
          </h2>
          {over ? null : <p className="text-md text-ink-2">{words.clue(row, from?.kind ?? null, now)}</p>}
        </div>
      </div>
      {over ? null : (
        <dl className="grid grid-cols-3 rounded-xl border border-line py-2.5">
          <Fact value={metres === null ? t("detail.unknown") : words.distance(metres)} label={walk} />
          <Fact
            value={battery === null ? t("detail.unknown") : words.percent(battery)}
            label={isOlder ? t("detail.batteryAge", { age: words.age(readAt, now) }) : t("detail.battery")}
            bad={battery !== null && battery <= LOW_BATTERY}
          />
          <Fact
            value={fix?.accuracy == null ? t("detail.unknown") : words.distance(fix.accuracy)}
            label={t("detail.accuracy")}
          />
        </dl>
      )}
      {fix && (
        <p className="text-base text-ink-2">
          {t("clue.seen", { age: words.age(fix.at, now) })} ({words.since(fix.at, now)}).{" "}
          {from?.kind === "meeting" && `${words.distance(metres ?? 0)} ${t("detail.fromMeeting")}. `}
          {crumbs > 0 && t("detail.trail", { count: crumbs, shown: words.number(crumbs) })}
        </p>
      )}
      <div className="grid gap-2">
        {phone && (
          <a href={`tel:${phone}`} className="btn" data-kind="primary" data-size="xl" data-wide="">
            <Phone size={24} aria-hidden />
            {t("act.call", { name })}
          </a>
        )}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
          {messageHref && (
            <a href={messageHref} className="btn" data-kind="secondary" data-size="lg">
              <MessageCircle size={22} aria-hidden />
              {t("act.message", { name })}
            </a>
          )}
          {fix && (
            <Button
              kind={following ? "soft" : "secondary"}
              size="lg"
              icon={<Crosshair size={22} aria-hidden />}
              onClick={() => onFollow(!following)}
            >
              {t(following ? "act.unfollow" : "act.follow")}
            </Button>
          )}
        </div>
      </div>
      {(fix || over) && files}
    </div>
  );
}
