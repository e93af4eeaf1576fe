"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { JoinRequest } from "@/lib/groups/contract";

type Decide = Act<{ groupId: string; userId: string }>;
type RequestsCardProps = { groupId: string; requests: readonly JoinRequest[]; approve: Decide; reject: Decide };

/** Who waits at the door, in the order of asking. */
export function RequestsCard({ groupId, requests, approve, reject }: RequestsCardProps) {
  const t = useTranslations("groups");
  if (requests.length === 0) return null;
  return (
    <section className="card px-(--pad-card) py-3">
      <h2 className="pb-1 text-lg font-semibold">{t("waiting", { count: requests.length })}</h2>
      <ul>
        {requests.map((request) => (
          <RequestRow key={request.userId} {...{ groupId, request, approve, reject }} />
        ))}
      </ul>
    </section>
  );
}

type RequestRowProps = Omit<RequestsCardProps, "requests"> & { request: JoinRequest };

function RequestRow({ groupId, request: { userId, personName }, approve, reject }: RequestRowProps) {
  const t = useTranslations("groups.requests");
  const own = useTranslations("lead.requests");
  const { busy, act } = useAct();
  const name = personName;
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-3">
      <Avatar name={name} size={48} />
      <p className="min-w-36 flex-1 text-lg font-semibold">
        <bdi>{name}</bdi>
      </p>
      <div className="flex flex-1 gap-2">
        <Button
          kind="primary"
          size="lg"
          wide
          busy={busy && own("working")}
          aria-label={own("approve", { name })}
          onClick={() => act(() => approve({ groupId, userId }), { said: { text: own("approved", { name }) } })}
        >
          {t("approve")}
        </Button>
        <Button
          size="lg"
          wide
          aria-label={own("reject", { name })}
          onClick={() => busy || act(() => reject({ groupId, userId }), { said: { text: own("rejected", { name }) } })}
        >
          {t("reject")}
        </Button>
      </div>
    </li>
  );
}
