"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { Channel, Delivery, DeliveryStatus } from "@/lib/notices/contract";

type Narrowing = { q?: string; channel?: Channel; status?: DeliveryStatus; sort?: "oldest" };

/** The deliveries of the list, as a file. */
export function ExportOutbox(props: Exported<Narrowing, Delivery>) {
  const t = useTranslations("notices.outbox");
  const head = [t("columns.at"), t("anyChannel"), t("columns.to"), t("columns.subject"), t("columns.status")];
  const linesOf = ({ createdAt, channel, to, subject, status }: Delivery) => [
    [createdAt.toISOString(), channel, to, subject, t(`status.${status}`)],
  ];
  return <ExportList file="outbox.csv" whole {...{ head, linesOf }} {...props} />;
}
