"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import { formatAge } from "@/lib/i18n/formats";
import { deviceName } from "./device-name";
import { type Answer, useAnswer } from "./use-answer";

type Device = { id: string; kind: "web" | "api"; device?: string; seenAt: Date; current: boolean };
type DeviceListProps = {
  devices: readonly Device[];
  /** Server time, ms. */
  now: number;
  end: (input: { id: string }) => Promise<Answer>;
  leave: () => Promise<Answer>;
};

/** Where I am signed in, and the way out of one or of all. */
export function DeviceList({ devices, now, end, leave }: DeviceListProps) {
  const t = useTranslations("account.devices");
  const { busy, run, problem } = useAnswer();
  const leaveAll = async () => {
    if (await run(leave)) window.location.assign("/sign-in?reason=ended");
  };
  return (
    <Card title={t("title")} flush>
      <ul>
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceRow device={device} now={now} end={end} />
          </li>
        ))}
      </ul>
      <div className="border-t border-line p-(--pad-card)">
        <Confirm
          title={t("allAsk")}
          text={t("allText")}
          trigger={<Button kind="danger-quiet">{t("all")}</Button>}
          keep={t("keep")}
          verb={t("all")}
          busy={busy ? t("endBusy") : false}
          go={leaveAll}
        >
          {problem ? <Banner kind="bad">{problem}</Banner> : null}
        </Confirm>
      </div>
    </Card>
  );
}

function DeviceRow({ device, now, end }: { device: Device } & Pick<DeviceListProps, "now" | "end">) {
  const t = useTranslations("account.devices");
  const locale = useLocale();
  const router = useRouter();
  const { busy, run, problem } = useAnswer();
  const name = device.device ? deviceName(device.device) : t("unknown");
  const Icon = /Mobile|Android|iPhone/.test(device.device ?? "") || device.kind === "api" ? Smartphone : Monitor;
  const stop = async () => {
    if (!(await run(() => end({ id: device.id })))) return;
    toast({ text: t("ended") });
    router.refresh();
  };
  return (
    <Row
      start={<Icon aria-hidden size={20} className="flex-none text-ink-3" />}
      end={
        device.current ? null : (
          <Button size="sm" busy={busy ? t("endBusy") : false} onClick={stop}>
            {t("end")}
          </Button>
        )
      }
    >
      <p className="font-semibold [overflow-wrap:anywhere]">
        {typeof name === "string" ? <bdi>{name}</bdi> : t("on", name)}
      </p>
      <p className="text-sm text-ink-2">
        {device.current ? t("here") : t("seen", { age: formatAge(locale, device.seenAt, new Date(now)) })}
      </p>
      {problem ? <p className="text-sm text-bad-ink">{problem}</p> : null}
    </Row>
  );
}
