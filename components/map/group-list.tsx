"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { Board, Reference, Row } from "./board";
import { Figures } from "./figures";
import { MemberRow } from "./member-row";
import type { Words } from "./use-words";

type GroupListProps = {
  board: Board;
  from: Reference | null;
  /** The meeting point's name, for saying what distances are from. */
  meetingLabel: string | null;
  now: Date;
  words: Words;
  messageHref: (userId: string) => string | null;
  onSelect: (userId: string) => void;
  /** Narrows the list, beside its heading. */
  filter?: ReactNode;
};

export type PhoneListProps = Pick<GroupListProps, "board" | "words" | "messageHref" | "onSelect">;

/** The people and their numbers alone, when no position could be read or the trip is over: nobody is called silent for it. */
export function PhoneList({ board, words, messageHref, onSelect }: PhoneListProps) {
  return (
    <ul aria-label={words.t("list.everybody")}>
      {board.rows.map((row) => (
        <MemberRow
          key={row.member.userId}
          row={row}
          clue={null}
          words={words}
          messageHref={messageHref(row.member.userId)}
          onSelect={() => onSelect(row.member.userId)}
        />
      ))}
    </ul>
  );
}

const titleOf = (from: Reference | null) =>
  from === null ? "list.silent" : from.kind === "meeting" ? "list.missingMeeting" : "list.missing";

/** Those who are not here, best clue first; on request everybody. */
export function GroupList({ board, from, meetingLabel, now, words, messageHref, onSelect, filter }: GroupListProps) {
  const { t } = words;
  const [everybody, setEverybody] = useState(false);
  const rows = everybody ? board.rows : board.notWithYou;
  const complete = board.notWithYou.length === 0 && from !== null;
  const nobodyShares = board.rows.length > 0 && board.rows.every((row) => !row.nearness.seenAt);
  if (board.rows.length === 0) return <EmptyState title={t("state.emptyTitle")} text={t("state.emptyBody")} />;
  const line = (row: Row) => (
    <MemberRow
      key={row.member.userId}
      row={row}
      clue={words.clue(row, from?.kind ?? null, now)}
      words={words}
      messageHref={messageHref(row.member.userId)}
      onSelect={() => onSelect(row.member.userId)}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <Figures
        board={board}
        labels={{
          near: t(from?.kind === "meeting" ? "figures.nearMeeting" : "figures.near"),
          away: t("figures.away"),
          silent: t("figures.noSignal"),
        }}
      />
      {from?.kind === "meeting" && (
        <p className="text-base text-ink-2">{t("from.meeting", { place: meetingLabel ?? "" })}</p>
      )}
      {from === null && <p className="text-base text-ink-2">{t("from.nowhere")}</p>}
      {nobodyShares && <p className="text-md">{t("state.nobodyShares")}</p>}
      <div>
        <div className="flex items-center justify-between gap-x-4">
          <div className="min-w-0 flex-1">
            <h2 className="text-md font-semibold">{t(everybody ? "list.everybody" : titleOf(from))}</h2>
            {rows.length > 1 && <p className="text-base text-ink-2">{t("list.bestClue")}</p>}
          </div>
          {filter}
        </div>
        {complete && !everybody ? (
          <p className="py-3 text-md">{t(from?.kind === "meeting" ? "list.completeMeeting" : "list.complete")}</p>
        ) : (
          <ul>{rows.map(line)}</ul>
        )}
      </div>
      <Button kind="secondary" size="lg" wide onClick={() => setEverybody(!everybody)}>
        {everybody ? t("list.showMissing") : t("list.showAll", { shown: words.number(board.rows.length) })}
      </Button>
    </div>
  );
}
