import { Megaphone } from "lucide-react";
import { GroupTag } from "@/components/ui/band";
import type { Words } from "./use-words";

export type GroupCardProps = {
  group: { number: number; name: string };
  subtitle: string | null;
  announceHref?: string | null;
  words: Words;
};

/** Whose map this is. */
export function GroupCard({ group, subtitle, announceHref = null, words: { t } }: GroupCardProps) {
  return (
    <div className="qm-card flex flex-wrap items-center gap-3 py-2.5 ps-3 pe-2.5">
      <GroupTag number={group.number} size={36} />
      <div className="min-w-[min(7rem,100%)] flex-1">
        <h1 className="text-md leading-5 font-semibold">
          <bdi>{group.name}</bdi>
        </h1>
        {subtitle && <p className="text-base text-ink-2">{subtitle}</p>}
      </div>
      {announceHref && (
        <a
          href={announceHref}
          className="grid size-12 flex-none place-items-center rounded-lg bg-chip"
          aria-label={t("act.announce")}
        >
          <Megaphone size={22} aria-hidden />
        </a>
      )}
    </div>
  );
}
