"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Avatar } from "@/components/ui/avatar";
import { GroupTag } from "@/components/ui/band";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import type { JoinRequest } from "@/lib/groups/contract";
import { formatAge } from "@/lib/i18n/formats";

export type Waiting = JoinRequest & { group: { id: string; number: number } };
type Decide = Act<{ groupId: string; userId: string }>;
type RequestRowsProps = {
  requests: readonly Waiting[];
  /** Server time, ms. */
  now: number;
  /** Says which group each asks for, where the page does not. */
  showGroup?: boolean;
  approve: Decide;
  reject: Decide;
};

/** Who waits to be let in, in the order of asking. */
export function RequestRows({ requests, ...rest }: RequestRowsProps) {
  return (
    <ul>
      {requests.map((request) => (
        <RequestRow key={`${request.group.id} ${request.userId}`} request={request} {...rest} />
      ))}
    </ul>
  );
}

function RequestRow({
  request,
  now,
  showGroup,
  approve,
  reject,
}: Omit<RequestRowsProps, "requests"> & { request: Waiting }) {
  const t = useTranslations("office.requests");
  const words = useTranslations("groups.requests");
  const common = useTranslations("common");
  const locale = useLocale();
  const { busy, act } = useAct();
  const { userId, personName: name, createdAt, group } = request;
  const ref = { groupId: group.id, userId };
  const number = String(group.number);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-(--pad-card) py-2.5">
      {showGroup ? <GroupTag number={group.number} size={24} /> : <Avatar name={name} size={30} />}
      <div className="min-w-32 flex-1">
        <bdi className="font-semibold">{name}</bdi>
        <p className="text-ink-3 text-sm">
          {showGroup ? `${t("wants", { number })}\u00a0· ` : ""}
          {formatAge(locale, createdAt, useNow(now, 60_000))}
        </p>
      </div>
      <div className="flex gap-2">
        <Button
          size="sm"
          aria-label={t("rejectName", { name })}
          onClick={() => busy || act(() => reject(ref), { said: { text: t("rejected", { name }) } })}
        >
          {words("reject")}
        </Button>
        <Button
          size="sm"
          kind="soft"
          busy={busy && common("saving")}
          aria-label={t("approveName", { name })}
          onClick={() => act(() => approve(ref), { said: { text: t("approved", { name, number }) } })}
        >
          {words("approve")}
        </Button>
      </div>
    </li>
  );
}
