import { useLocale, useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Card, Row } from "@/components/ui/card";
import { formatDuration, formatNumber } from "@/lib/i18n/formats";

export type HealthFigures = {
  databaseMs: number | null;
  kvMs: number | null;
  filesMs: number | null;
  database: { bytes: number; version: string };
  facts: { count: number; oldest: Date | null };
  plans: { count: number; oldest: Date | null };
  jobs: { count: number };
  letters: { queued: number; failed: number };
  sockets: number;
  memory: number;
  upSeconds: number;
};

const MEGABYTE = 1_048_576;
/** A queue that stands longer than this is behind. */
const LATE_MS = 60_000;

/** Each part with what was measured just now. */
export function HealthList({ health, now }: { health: HealthFigures; now: Date }) {
  const t = useTranslations("platform.health");
  const locale = useLocale();
  const number = (value: number) => formatNumber(locale, value);
  const lag = ({ count, oldest }: HealthFigures["facts"]) => ({
    count,
    age: formatDuration(locale, oldest ? Math.max(0, now.getTime() - oldest.getTime()) : 0),
  });
  const isLate = ({ oldest }: HealthFigures["facts"]) => oldest !== null && now.getTime() - oldest.getTime() > LATE_MS;
  const size = number(Math.round(health.database.bytes / MEGABYTE));
  const probe = (ms: number | null) => (ms === null ? t("failing") : t("answered", { ms: number(ms) }));
  const { queued, failed } = health.letters;
  const parts = [
    {
      id: "database" as const,
      ok: health.databaseMs !== null,
      text: `${probe(health.databaseMs)} ${t("databaseSize", { size, version: health.database.version })}`,
    },
    { id: "kv" as const, ok: health.kvMs !== null, text: probe(health.kvMs) },
    { id: "files" as const, ok: health.filesMs !== null, text: probe(health.filesMs) },
    { id: "queue" as const, ok: !isLate(health.facts), text: t("lag", lag(health.facts)) },
    { id: "plans" as const, ok: !isLate(health.plans), text: t("lag", lag(health.plans)) },
    { id: "jobs" as const, ok: health.jobs.count === 0, text: t("gaveUp", { count: health.jobs.count }) },
    { id: "letters" as const, ok: failed === 0, text: t("letterCounts", { queued, failed }) },
    { id: "sockets" as const, ok: true, text: t("open", { count: health.sockets }) },
    {
      id: "process" as const,
      ok: true,
      text: t("up", {
        age: formatDuration(locale, health.upSeconds * 1_000),
        size: number(Math.round(health.memory / MEGABYTE)),
      }),
    },
  ];
  return (
    <Card flush>
      {parts.map(({ id, ok, text }) => (
        <Row key={id} end={<StatusLine status={ok ? "ok" : "bad"}>{t(ok ? "fine" : "look")}</StatusLine>}>
          <span className="block font-semibold">{t(`parts.${id}`)}</span>
          <span className="block text-ink-2">{text}</span>
        </Row>
      ))}
    </Card>
  );
}
