import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, Row } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import type { FailedJob } from "@/lib/agencies/contract/jobs";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { JobActs, type JobActsProps, RetryAll } from "./job-acts";

type FailedJobsProps = Omit<JobActsProps, "id" | "task"> & {
  jobs: readonly FailedJob[];
  /** The pages before and after. */
  pages: ReactNode;
  retryAll: Parameters<typeof RetryAll>[0]["retryAll"];
};

/** What was tried as often as it may be: whose it was, why it failed, and what can be done. */
export function FailedJobs({ jobs, pages, retryAll, retry, drop }: FailedJobsProps) {
  const t = useTranslations("platform.jobs");
  return (
    <Card flush title={t("title")} aside={jobs.length > 0 ? <RetryAll retryAll={retryAll} /> : null}>
      {jobs.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      {jobs.map((job) => (
        <Row key={job.id} end={<JobActs id={job.id} task={job.task} {...{ retry, drop }} />}>
          <bdi dir="ltr" className="block break-all font-semibold">
            {job.task}
          </bdi>
          <JobLine job={job} />
          <span className="block text-ink-2">
            {job.error ? (
              <bdi dir="ltr" lang="en" className="break-words">
                {job.error}
              </bdi>
            ) : (
              t("unsaid")
            )}
          </span>
        </Row>
      ))}
      {pages ? <div className="border-line border-t p-3">{pages}</div> : null}
    </Card>
  );
}

function JobLine({ job: { agency, attempts, askedAt, failedAt } }: { job: FailedJob }) {
  const t = useTranslations("platform.jobs");
  const locale = useLocale();
  const at = (date: Date) =>
    `${formatShortDate(locale, date, { zone: "UTC" })}, ${formatTime(locale, date, { zone: "UTC" })} UTC`;
  return (
    <span className="block text-ink-2">
      <bdi>{agency?.name ?? t("platform")}</bdi>
      &nbsp;· {t("tries", { count: attempts })}
      &nbsp;· {failedAt ? t("failed", { at: at(failedAt) }) : t("asked", { at: at(askedAt) })}
    </span>
  );
}
