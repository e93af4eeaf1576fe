import type { ReactNode } from "react";
import type { Board, Reference } from "./board";
import { Figures } from "./figures";
import { MemberRow } from "./member-row";
import type { Words } from "./use-words";

export type StandingProps = {
  board: Board;
  from: Reference | null;
  /** The meeting point's name, for saying what distances are from. */
  meetingLabel: string | null;
  now: Date;
  words: Words;
  messageHref?: (userId: string) => string | null;
  /** Left out where there is no map yet. */
  onSelect?: (userId: string) => void;
  /** All of them in place of those who are not here. */
  everybody?: boolean;
  /** Narrows the list, beside its heading. */
  filter?: ReactNode;
};

const titleOf = (from: Reference | null) =>
  from === null ? "list.silent" : from.kind === "meeting" ? "list.missingMeeting" : "list.missing";

/** How the group stands: how many are near, what that is measured from, and who is not here. */
export function Standing(props: StandingProps) {
  const { board, from, meetingLabel, words, everybody = false, filter } = props;
  const { t } = words;
  const rows = everybody ? board.rows : board.notWithYou;
  const complete = board.notWithYou.length === 0 && from !== null;
  const nobodyShares = board.rows.length > 0 && board.rows.every((row) => !row.nearness.seenAt);
  return (
    <>
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
          <Rows {...props} rows={rows} />
        )}
      </div>
    </>
  );
}

function Rows({ rows, from, now, words, messageHref, onSelect }: StandingProps & Pick<Board, "rows">) {
  return (
    <ul>
      {rows.map((row) => {
        const { userId } = row.member;
        return (
          <MemberRow
            key={userId}
            row={row}
            clue={words.clue(row, from?.kind ?? null, now)}
            words={words}
            messageHref={messageHref?.(userId) ?? null}
            onSelect={onSelect && (() => onSelect(userId))}
          />
        );
      })}
    </ul>
  );
}
