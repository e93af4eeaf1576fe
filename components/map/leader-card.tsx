import { Phone } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import type { Words } from "./use-words";

export type Leader = { name: string; phone: string | null; avatar: string | null };

/** Whom a pilgrim calls. */
export function LeaderCard({ leader, words: { t } }: { leader: Leader; words: Words }) {
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-2xl bg-chip p-3">
      <Avatar name={leader.name} src={leader.avatar} size={48} />
      <p className="min-w-0 flex-[99_1_9rem] text-lg leading-6 font-semibold">
        {t("my.leader", { name: leader.name })}
      </p>
      {leader.phone && (
        <a href={`tel:${leader.phone}`} className="btn flex-auto" data-kind="primary" data-size="lg">
          <Phone size={22} aria-hidden />
          {t("my.call")}
        </a>
      )}
    </div>
  );
}
