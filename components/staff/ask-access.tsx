"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PageHeader } from "@/components/shell/headers";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { SelectField, TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { PermissionRequest } from "@/lib/agencies/contract/requests";
import { formatShortDate } from "@/lib/i18n/formats";

type Permission = PermissionRequest["permission"];
type AskAccessProps = {
  requests: readonly PermissionRequest[];
  zone: string;
  /** Null while the agency is paused. */
  ask: Act<{ permission: Permission; reason: string }, PermissionRequest> | null;
};

const PERMISSIONS: readonly Permission[] = [
  ...(["manage_bookings", "verify_payments", "export_data", "view_analytics"] as const),
  ...(["edit_schedule", "edit_services", "edit_profile", "upload_photos"] as const),
];
const SIGNS = { open: "waiting", approved: "ok", denied: "cancelled", taken_back: "cancelled" } as const;

/** What one asks to be allowed and why; beneath it every answer so far. */
export function AskAccess({ requests, zone, ask }: AskAccessProps) {
  const t = useTranslations("agency");
  const common = useTranslations("common");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [permission, setPermission] = useState<Permission>("manage_bookings");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    if (!reason.trim()) return setRefused(t("access.whyFirst"));
    if (ask)
      act(() => ask({ permission, reason: reason.trim() }), {
        said: { text: t("access.sent") },
        done: () => setReason(""),
        refused: setRefused,
      });
  };
  return (
    <>
      <PageHeader title={t("access.title")} meta={t("access.text")} />
      <div className="grid max-w-4xl items-start gap-5 md:grid-cols-2">
        {ask ? (
          <Card>
            <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
              {refused ? <Banner kind="bad">{refused}</Banner> : null}
              <SelectField
                label={t("access.what")}
                value={permission}
                onChange={(event) => setPermission(event.target.value as Permission)}
                options={PERMISSIONS.map((value) => ({ value, label: t(`staff.permission.${value}`) }))}
              />
              <TextArea
                label={t("access.why")}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button type="submit" kind="primary" className="self-start" busy={busy && common("saving")}>
                {t("access.ask")}
              </Button>
            </Form>
          </Card>
        ) : null}
        <Card flush title={t("access.mine")}>
          {requests.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("access.none")}</p> : null}
          {requests.map((one) => (
            <Row key={one.id} end={<Badge status={SIGNS[one.status]}>{t(`access.status.${one.status}`)}</Badge>}>
              <p className="font-semibold">{t(`staff.permission.${one.permission}`)}</p>
              <p className="text-ink-2">
                <bdi>{one.reason}</bdi>
              </p>
              {one.note ? (
                <p className="mt-1 rounded-md bg-sunken px-2.5 py-1.5">
                  <bdi>{one.note}</bdi>
                </p>
              ) : null}
              <p className="text-ink-3 text-sm">{formatShortDate(locale, one.createdAt, { zone })}</p>
            </Row>
          ))}
        </Card>
      </div>
    </>
  );
}
