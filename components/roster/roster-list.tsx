"use client";

import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { Member } from "@/lib/groups/contract";
import { formatNumber } from "@/lib/i18n/formats";

type RosterListProps = { title: string; members: readonly Member[]; me: string; onOpen: (userId: string) => void };

/** People under one heading, with how many they are. */
export function RosterList({ title, members, me, onOpen }: RosterListProps) {
  const locale = useLocale();
  if (members.length === 0) return null;
  return (
    <section className="card px-(--pad-card) py-2">
      <h2 className="flex items-baseline justify-between gap-4 py-2 text-lg font-semibold">
        {title}
        <span className="tn text-md font-normal text-ink-2">{formatNumber(locale, members.length)}</span>
      </h2>
      <ul>
        {members.map((member) => (
          <RosterRow key={member.userId} member={member} isMe={member.userId === me} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

type RosterRowProps = { member: Member; isMe: boolean; onOpen: (userId: string) => void };

/** One person: who, where they sit, whether they share; pressing the name opens the rest. */
function RosterRow({ member, isMe, onOpen }: RosterRowProps) {
  const t = useTranslations("groups");
  const own = useTranslations("lead.roster");
  const { userId, personName, avatar, role, subGroup, sharing, phone } = member;
  const detail = [
    isMe ? own("you") : null,
    role === "pilgrim" ? null : t(`role.${role}`),
    subGroup,
    sharing ? t(`sharing.${sharing}`) : null,
  ].filter((word) => word !== null);
  return (
    <li className="flex min-h-18 items-center gap-2 border-t border-line">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => onOpen(userId)}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-3 rounded-lg py-2.5 text-start"
      >
        <Avatar name={personName} src={avatar} size={48} />
        <span className="min-w-[min(7rem,100%)] flex-1">
          <span className="block text-lg leading-6 font-semibold">
            <bdi>{personName}</bdi>
          </span>
          <span className="block text-md leading-5.5 text-ink-2">{detail.join("\u00a0· ")}</span>
        </span>
      </button>
      {phone && !isMe ? (
        <a
          href={`tel:${phone}`}
          aria-label={own("call", { name: personName })}
          className="grid size-12 flex-none place-items-center rounded-full bg-primary text-on-primary"
        >
          <Phone aria-hidden size={22} />
        </a>
      ) : null}
    </li>
  );
}
