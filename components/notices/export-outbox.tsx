"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { Channel, Delivery, DeliveryStatus } from "@/lib/notices/contract";

type Narrowing = { q?: string; channel?: Channel; status?: DeliveryStatus };
type ExportOutboxProps = { query: Narrowing; read: Act<Narrowing, { data: Delivery[] }> };

/** The list as it is narrowed now, all of its pages, as a file. */
export function ExportOutbox({ query, read }: ExportOutboxProps) {
  const t = useTranslations("notices.outbox");
  const { busy, act } = useAct();
  const save = ({ data }: { data: Delivery[] }) => {
    const head = [t("columns.at"), t("anyChannel"), t("columns.to"), t("columns.subject"), t("columns.status")];
    const rows = data.map(({ createdAt, channel, to, subject, status }) => [
      createdAt.toISOString(),
      channel,
      to,
      subject,
      t(`status.${status}`),
    ]);
    saveCsv("outbox.csv", [head, ...rows]);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(() => read(query), { done: save })}
    >
      {t("export")}
    </Button>
  );
}
