import { useLocale, useTranslations } from "next-intl";
import { PhoneHeader } from "@/components/shell/headers";
import { GroupTag } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { ChatSummary } from "@/lib/chat/contract";
import { formatShortDate } from "@/lib/i18n/formats";
import { MutedMark } from "./muted-mark";
import { saysMode } from "./says-mode";

type ChatListProps = { chats: readonly ChatSummary[]; home: string; zone: string; hrefOf: (groupId: string) => string };

/** The chats of whoever travels with several groups, or with none yet. */
export function ChatList({ chats, home, zone, hrefOf }: ChatListProps) {
  const t = useTranslations("chat");
  return (
    <>
      <PhoneHeader title={t("title")} />
      {chats.length > 0 ? (
        <ul className="card divide-y divide-line">
          {chats.map((chat) => (
            <li key={chat.groupId}>
              <ChatLine {...{ chat, zone }} href={hrefOf(chat.groupId)} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t("list.noneTitle")}
          text={t("list.noneText")}
          action={
            <LinkButton href={home} kind="primary" size="lg">
              {t("list.noneAct")}
            </LinkButton>
          }
          className="my-auto"
        />
      )}
    </>
  );
}

function ChatLine({ chat, href, zone }: { chat: ChatSummary; href: string; zone: string }) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const { number, name, unread, muted, last } = chat;
  const kinds = {
    photo: t("photo"),
    position: t("position"),
    mode: last ? saysMode(t, last) : "",
    text: t("withdrawn"),
  };
  return (
    <Link href={href} className="flex min-h-20 flex-wrap items-center gap-3 px-4 py-3">
      <GroupTag number={number} size={34} />
      <span className="min-w-[min(7rem,100%)] flex-1">
        <span className="flex flex-wrap justify-between gap-x-3 text-lg font-semibold">
          <bdi>{name}</bdi>
          {last ? (
            <time className="tn text-md font-normal text-ink-2" dateTime={last.sentAt}>
              {formatShortDate(locale, new Date(last.sentAt), { zone })}
            </time>
          ) : null}
        </span>
        <span className="line-clamp-2 text-md text-ink-2" dir="auto">
          {last ? (last.text ?? kinds[last.kind]) : t("list.silent")}
        </span>
        {muted ? <MutedMark /> : null}
        {unread > 0 ? (
          <span className={muted ? "text-md text-ink-2" : "text-md font-semibold text-primary-ink"}>
            {t("list.unread", { count: unread })}
          </span>
        ) : null}
      </span>
    </Link>
  );
}
