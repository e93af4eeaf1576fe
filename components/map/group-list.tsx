"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { MemberRow } from "./member-row";
import { Standing, type StandingProps } from "./standing";

type GroupListProps = StandingProps & {
  messageHref: (userId: string) => string | null;
  onSelect: (userId: string) => void;
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

/** Those who are not here, best clue first; on request everybody. */
export function GroupList(props: GroupListProps) {
  const { board, words } = props;
  const { t } = words;
  const [everybody, setEverybody] = useState(false);
  if (board.rows.length === 0) return <EmptyState title={t("state.emptyTitle")} text={t("state.emptyBody")} />;
  return (
    <div className="flex flex-col gap-4">
      <Standing {...props} everybody={everybody} />
      <Button kind="secondary" size="lg" wide onClick={() => setEverybody(!everybody)}>
        {everybody ? t("list.showMissing") : t("list.showAll", { shown: words.number(board.rows.length) })}
      </Button>
    </div>
  );
}
