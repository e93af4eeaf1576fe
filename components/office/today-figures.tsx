import { useTranslations } from "next-intl";
import { type Status, StatusLine } from "@/components/ui/badge";

type TodayFiguresProps = {
  groups: number;
  travelling: number;
  /** Null for whoever may not see positions. */
  signal: { travelling: number; sharing: number; heard: number } | null;
};

/** Is everyone safe: four numbers, each with the sentence that says what it means. */
export function TodayFigures({ groups, travelling, signal }: TodayFiguresProps) {
  const t = useTranslations("office.today.figures");
  const silent = signal ? signal.sharing - signal.heard : 0;
  const quiet = signal ? signal.travelling - signal.sharing : 0;
  return (
    <dl className="card mb-5 grid grid-cols-2 gap-px overflow-clip bg-line lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      <Figure label={t("groups")} value={groups} note={t("groupsNote", { count: groups })} />
      <Figure label={t("people")} value={travelling} note={t("peopleNote", { count: travelling })} />
      {signal ? (
        <>
          <Figure
            label={t("sharing")}
            value={signal.sharing}
            note={quiet > 0 ? t("quiet", { count: quiet }) : t("allShare", { count: signal.sharing })}
            status={quiet > 0 ? "notYet" : signal.sharing > 0 ? "ok" : undefined}
          />
          <Figure
            label={t("silent")}
            value={silent}
            note={silent > 0 ? t("silentNote") : t("allHeard", { count: signal.heard })}
            status={silent > 0 ? "warn" : signal.heard > 0 ? "ok" : undefined}
          />
        </>
      ) : null}
    </dl>
  );
}

type FigureProps = { label: string; value: number; note: string; status?: Status | undefined };

function Figure({ label, value, note, status }: FigureProps) {
  return (
    <div className="flex flex-col gap-1 bg-surface p-4 md:p-5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="flex flex-col gap-1">
        <span className="display tn text-3xl">{value}</span>
        {status ? <StatusLine status={status}>{note}</StatusLine> : <span className="text-ink-3 text-sm">{note}</span>}
      </dd>
    </div>
  );
}
