"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Gateway, GatewayKind } from "@/lib/payments/contract/gateway";

type GatewaysCardProps = {
  gateways: readonly Gateway[];
  /** Null for whoever only looks. */
  acts: { connect: Act<{ kind: GatewayKind; serverKey: string }, Gateway>; disconnect: Act<{ id: string }> } | null;
};

/** Who tells us of payments by themselves: of each key no more than its end, and the address its notices are sent to. */
export function GatewaysCard({ gateways, acts }: GatewaysCardProps) {
  const t = useTranslations("payments.settings");
  return (
    <Card flush title={t("gateways")} aside={acts ? <Connect connect={acts.connect} /> : null}>
      <p className="px-(--pad-card) pb-4 text-ink-2">{t(gateways.length === 0 ? "gatewaysNone" : "gatewaysText")}</p>
      {gateways.map((one) => (
        <Row key={one.id} end={acts ? <Disconnect gateway={one} disconnect={acts.disconnect} /> : null}>
          <p className="font-semibold">
            Midtrans&nbsp;· <bdi dir="ltr">•••• {one.keyEnds}</bdi>
          </p>
          {one.isSandbox ? (
            <Banner kind="warn" className="my-2">
              {t("sandbox")}
            </Banner>
          ) : null}
          <p className="break-all text-ink-2 text-sm">
            <bdi dir="ltr">{one.noticeUrl}</bdi>
          </p>
          <CopyButton className="mt-2" size="sm" value={one.noticeUrl} label={t("copyAddress")} />
        </Row>
      ))}
    </Card>
  );
}

function Connect({ connect }: Pick<NonNullable<GatewaysCardProps["acts"]>, "connect">) {
  const t = useTranslations("payments.settings");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const serverKey = String(new FormData(event.currentTarget).get("key") ?? "").trim();
    if (serverKey.length < 8) return setWrong(t("keyMissing"));
    act(() => connect({ kind: "midtrans", serverKey }), {
      said: { text: t("connected") },
      done: () => setOpen(false),
      refused: setWrong,
    });
  };
  return (
    <Dialog
      title={t("connect")}
      text={t("connectText")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWrong(null);
      }}
      trigger={
        <Button size="sm" icon={<Plus aria-hidden size={16} />}>
          {t("connect")}
        </Button>
      }
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <TextField name="key" type="password" autoComplete="off" dir="ltr" label={t("key")} error={wrong} />
        <Button type="submit" kind="primary" busy={busy && common("saving")}>
          {t("connect")}
        </Button>
      </Form>
    </Dialog>
  );
}

type DisconnectProps = Pick<NonNullable<GatewaysCardProps["acts"]>, "disconnect"> & { gateway: Gateway };
function Disconnect({ gateway, disconnect }: DisconnectProps) {
  const t = useTranslations("payments.settings");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  return (
    <Confirm
      title={t("disconnectAsk", { end: gateway.keyEnds })}
      text={t("disconnectText")}
      trigger={
        <Button size="sm" kind="danger-quiet">
          {t("disconnect")}
        </Button>
      }
      keep={common("cancel")}
      verb={t("disconnect")}
      busy={busy && common("saving")}
      go={(close) => act(() => disconnect({ id: gateway.id }), { said: { text: t("disconnected") }, done: close })}
    />
  );
}
