import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { PassengerImport } from "@/lib/travel/contract/import";
import { SaveSheet } from "./save-sheet";

const SHOWN = 200;

type ProblemListProps = { slug: string; found: PassengerImport };

/** What is wrong in which row, in words; all of it as a file for whoever mends theirs. */
export function ProblemList({ slug, found: { id, departureId, problems, problemCount } }: ProblemListProps) {
  const t = useTranslations("travel");
  if (problemCount === 0) return null;
  const words = (problem: string) =>
    t.has(`problem.${problem}` as "problem.required")
      ? t(`problem.${problem}` as "problem.required")
      : t("problem.refused");
  const path = `/api/v1/departures/${departureId}/passengers/imports/${id}/problems`;
  return (
    <Card title={t("import.problems")}>
      <div className="mb-2 flex flex-wrap gap-2.5">
        <SaveSheet {...{ slug }} path={`${path}?`} name="problems" size="sm" />
      </div>
      <ul className="flex flex-col">
        {problems.slice(0, SHOWN).map(({ row, field, problem }) => (
          <li
            key={`${row} ${field} ${problem}`}
            className="flex flex-wrap gap-x-3 border-line border-t py-1.5 first:border-t-0"
          >
            <span className="tn w-24 flex-none text-ink-3">{t("import.row", { row })}</span>
            <span className="min-w-0 flex-1">
              <span className="font-semibold">{t(`field.${field}`)}</span> {words(problem)}
            </span>
          </li>
        ))}
      </ul>
      {problemCount > SHOWN ? (
        <p className="mt-2 text-ink-2">{t("import.more", { count: problemCount - SHOWN })}</p>
      ) : null}
    </Card>
  );
}
