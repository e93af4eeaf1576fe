"use client";

import { Mail, MessageCircle, MessageSquare, RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SidePanel } from "@/components/office/side-panel";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge, type Status } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { dirOf, localeNames, spokens } from "@/lib/i18n/locales";
import type { Channel, Delivery, DeliveryStatus } from "@/lib/notices/contract";

const ICONS = { mail: Mail, sms: MessageSquare, whatsapp: MessageCircle } satisfies Record<Channel, unknown>;
const LOOKS: Record<DeliveryStatus, Status> = {
  queued: "waiting",
  kept: "notYet",
  sent: "scheduled",
  delivered: "ok",
  read: "ok",
  failed: "bad",
};
const channelOf = (name: string): Channel => (name === "sms" || name === "whatsapp" ? name : "mail");

type OutboxDeskProps = {
  deliveries: readonly Delivery[];
  zone: string;
  footer?: ReactNode;
  empty: ReactNode;
  /** Absent for whoever may only look. */
  retry: Act<{ id: string }, void> | null;
};

/** Messages as rows; pressed, one is read whole beside the list. */
export function OutboxDesk({ deliveries, zone, footer, empty, retry }: OutboxDeskProps) {
  const t = useTranslations("notices.outbox");
  const locale = useLocale();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = deliveries.find(({ id }) => id === openId);
  const at = (date: Date) => `${formatShortDate(locale, date, { zone })}\u00a0· ${formatTime(locale, date, { zone })}`;
  const columns: Column<Delivery>[] = [
    {
      id: "to",
      header: t("columns.to"),
      cell: ({ id, to, channel }) => {
        const Icon = ICONS[channelOf(channel)];
        return (
          <button type="button" onClick={() => setOpenId(id)} className="flex min-h-10 items-center gap-3 text-start">
            <span className="grid size-8 flex-none place-items-center rounded-md bg-chip text-ink-2">
              <Icon aria-hidden size={16} strokeWidth={1.75} />
            </span>
            <span className="flex min-w-0 flex-col">
              <bdi className="font-semibold break-all">{to}</bdi>
              <span className="text-ink-3">{t(`channel.${channelOf(channel)}`)}</span>
            </span>
          </button>
        );
      },
    },
    {
      id: "subject",
      header: t("columns.subject"),
      cell: ({ subject, body, locale }) => (
        <bdi dir={dirOf(locale)} className="line-clamp-2 min-w-40">
          {subject || body.slice(0, 120) || "–"}
        </bdi>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "badge",
      cell: ({ status }) => <Badge status={LOOKS[status]}>{t(`status.${status}`)}</Badge>,
    },
    { id: "at", header: t("columns.at"), card: "figure", className: "tn", cell: ({ createdAt }) => at(createdAt) },
  ];
  return (
    <>
      <Table
        label={t("title")}
        columns={columns}
        rows={deliveries}
        rowKey={({ id }) => id}
        selected={({ id }) => id === openId}
        footer={footer}
        empty={empty}
      />
      <SidePanel title={t("columns.subject")} open={open !== undefined} onOpenChange={() => setOpenId(null)}>
        {open ? <Whole delivery={open} at={at(open.createdAt)} retry={open.mayRetry ? retry : null} /> : null}
      </SidePanel>
    </>
  );
}

type WholeProps = { delivery: Delivery; at: string; retry: Act<{ id: string }, void> | null };

function Whole({ delivery, at, retry }: WholeProps) {
  const t = useTranslations("notices.outbox");
  const { busy, act } = useAct();
  const language = spokens.find((one) => one === delivery.locale);
  const facts = [
    [t("columns.to"), delivery.to],
    [t("columns.at"), at],
    [t("language"), language ? localeNames[language] : delivery.locale],
  ];
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
        <div className="flex flex-wrap items-center gap-2">
          <Badge status={LOOKS[delivery.status]}>{t(`status.${delivery.status}`)}</Badge>
          {delivery.attempts > 1 ? (
            <span className="text-ink-3">{t("tries", { count: delivery.attempts })}</span>
          ) : null}
        </div>
        {delivery.reason ? <bdi className="block text-bad-ink">{delivery.reason}</bdi> : null}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        {delivery.subject ? (
          <h3 className="text-md font-semibold">
            <bdi dir={dirOf(delivery.locale)}>{delivery.subject}</bdi>
          </h3>
        ) : null}
        {delivery.body ? (
          <p lang={delivery.locale} dir={dirOf(delivery.locale)} className="whitespace-pre-wrap text-md">
            {delivery.body}
          </p>
        ) : (
          <p className="text-ink-2 text-md">{t("gone")}</p>
        )}
      </div>
      {retry ? (
        <footer className="border-line border-t p-4">
          <Button
            kind="primary"
            wide
            icon={<RotateCcw aria-hidden size={16} />}
            busy={busy && t("retrying")}
            onClick={() => act(() => retry({ id: delivery.id }), { said: { text: t("retried") } })}
          >
            {t("retry")}
          </Button>
        </footer>
      ) : null}
    </>
  );
}
