import { MessageCircle, Phone } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import type { Row } from "./board";
import { markOf, StateMark } from "./state-mark";
import type { Words } from "./use-words";

type MemberRowProps = {
  row: Row;
  /** Null while nothing could be read. */
  clue: string | null;
  words: Words;
  /** Where to write to this member; without it there is no such button. */
  messageHref: string | null;
  /** Shows the place on the map; left out where there is none yet. */
  onSelect?: (() => void) | undefined;
};

const ROUND = "grid size-12 flex-none place-items-center rounded-full";

const ABOUT = "flex min-w-0 flex-1 items-center gap-3 py-2.5";

/** One member: what is known, and the two ways to reach one. Pressing the name shows the place on the map. */
export function MemberRow({ row, clue, words: { t }, messageHref, onSelect }: MemberRowProps) {
  const { name, phone } = row.member;
  const about = <About row={row} clue={clue} />;
  return (
    <li className="flex min-h-18 items-center gap-2 border-t border-line first:border-t-0">
      {onSelect ? (
        <button
          type="button"
          onClick={onSelect}
          className={`${ABOUT} rounded-lg text-start`}
          aria-label={clue ? `${name}. ${clue}. ${t("act.show", { name })}` : name}
        >
          {about}
        </button>
      ) : (
        <div className={ABOUT}>{about}</div>
      )}
      {messageHref && (
        <a
          href={messageHref}
          className={`${ROUND} border border-line-strong text-ink`}
          aria-label={t("act.message", { name })}
        >
          <MessageCircle size={22} aria-hidden />
        </a>
      )}
      {phone && (
        <a href={`tel:${phone}`} className={`${ROUND} bg-primary text-on-primary`} aria-label={t("act.call", { name })}>
          <Phone size={22} aria-hidden />
        </a>
      )}
    </li>
  );
}

function About({ row, clue }: Pick<MemberRowProps, "row" | "clue">) {
  const { name, avatar } = row.member;
  return (
    <>
      <span className="relative flex-none">
        <Avatar name={name} src={avatar} size={48} />
        {clue && (
          <span className="absolute -end-1 -bottom-1 grid size-5.5 place-items-center rounded-full bg-surface">
            <StateMark kind={markOf(row)} size={17} />
          </span>
        )}
      </span>
      <span className="min-w-0">
        <span className="block text-md font-semibold">
          <bdi>{name}</bdi>
        </span>
        {clue && <span className="block text-base text-ink-2">{clue}</span>}
      </span>
    </>
  );
}
