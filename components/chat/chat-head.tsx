import { ChevronLeft, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GroupTag } from "@/components/ui/band";
import { Link } from "@/components/ui/link";

export type ChatGroup = {
  id: string;
  number: number;
  name: string;
  members: number;
  zone: string;
  leader: { name: string; phone: string | null } | null;
};
type ChatHeadProps = {
  group: ChatGroup;
  back: string | null;
  /** Beside how many they are. */
  beside?: ReactNode;
  end?: ReactNode;
};

/** Whose chat this is, and whom one can call instead. */
export function ChatHead({ group: { number, name, members, leader }, back, beside, end }: ChatHeadProps) {
  const t = useTranslations("chat");
  return (
    <header className="chat-top">
      {back ? (
        <Link href={back} className="chat-plain" aria-label={t("back")}>
          <ChevronLeft aria-hidden size={26} className="mirror" />
        </Link>
      ) : null}
      <GroupTag number={number} size={34} />
      <div className="min-w-[min(7rem,100%)] flex-1">
        <h1 className="text-lg leading-6 font-semibold text-pretty">
          <bdi>{name}</bdi>
        </h1>
        <p className="flex flex-wrap gap-x-2 text-md text-ink-2">
          {t("people", { count: members, leader: leader?.name ?? "none" })}
          {beside}
        </p>
      </div>
      {leader?.phone ? (
        <a href={`tel:${leader.phone}`} className="chat-round" aria-label={t("call", { name: leader.name })}>
          <Phone aria-hidden size={24} />
        </a>
      ) : null}
      {end}
    </header>
  );
}
