"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import type { PermissionRequest } from "@/lib/agencies/contract/requests";
import { formatAge, formatShortDate } from "@/lib/i18n/formats";
import type { Invitation } from "@/lib/users/contract";
import { DecideAct } from "./decide-act";

type InvitationsProps = { invitations: readonly Invitation[]; zone: string; revoke: Act<{ id: string }> };

/** Who was invited and has not come yet. */
export function InvitationsCard({ invitations, zone, revoke }: InvitationsProps) {
  const t = useTranslations("agency.staff");
  const locale = useLocale();
  const { act } = useAct();
  return (
    <Card flush title={t("invitations")}>
      {invitations.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("noInvitations")}</p> : null}
      {invitations.map(({ id, name, email, phone, expiresAt }) => (
        <Row
          key={id}
          end={
            <Button
              kind="danger-quiet"
              size="sm"
              onClick={() => act(() => revoke({ id }), { said: { text: t("revoked") } })}
            >
              {t("revoke")}
            </Button>
          }
        >
          <p className="font-semibold [overflow-wrap:anywhere]">
            <bdi>{name ?? email ?? phone ?? t("byHand")}</bdi>
          </p>
          <p className="text-ink-2 text-sm">{t("until", { date: formatShortDate(locale, expiresAt, { zone }) })}</p>
        </Row>
      ))}
    </Card>
  );
}

type RequestsProps = {
  requests: readonly PermissionRequest[];
  /** Server time, ms. */
  now: number;
  approve: Act<{ id: string; note?: string }, PermissionRequest>;
  deny: Act<{ id: string; note?: string }, PermissionRequest>;
};

/** What staff ask to be allowed, with the answer beside it. */
export function RequestsCard({ requests, now, approve, deny }: RequestsProps) {
  const t = useTranslations("agency.staff");
  const locale = useLocale();
  return (
    <Card flush title={t("requests")}>
      {requests.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("noRequests")}</p> : null}
      {requests.map(({ id, personName, permission, reason, createdAt, mayDecide }) => (
        <Row key={id} className="flex-wrap">
          <p className="font-semibold">
            <bdi>{personName}</bdi>: {t(`permission.${permission}`)}
          </p>
          <p className="text-ink-2">
            <bdi>{reason}</bdi>
          </p>
          <p className="text-ink-3 text-sm">{formatAge(locale, createdAt, new Date(now))}</p>
          {mayDecide ? (
            <div className="mt-2 flex flex-wrap gap-2">
              <DecideAct name={personName} verb="approve" decide={(note) => approve({ id, ...note })} />
              <DecideAct name={personName} verb="deny" decide={(note) => deny({ id, ...note })} />
            </div>
          ) : null}
        </Row>
      ))}
    </Card>
  );
}
