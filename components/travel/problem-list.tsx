import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ImportProblem } from "@/lib/travel/contract/import";

const SHOWN = 200;

/** What is wrong in which row, in words. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const t = useTranslations("travel");
  if (problems.length === 0) return null;
  const words = (problem: string) =>
    t.has(`problem.${problem}` as "problem.required")
      ? t(`problem.${problem}` as "problem.required")
      : t("problem.refused");
  return (
    <Card title={t("import.problems")}>
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
      {problems.length > SHOWN ? (
        <p className="mt-2 text-ink-2">{t("import.more", { count: problems.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
}
