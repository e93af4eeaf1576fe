"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { GroupTag } from "@/components/ui/band";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";

type LeaveGroupProps = {
  group: { id: string; number: number; name: string };
  userId: string;
  /** Where somebody without this group goes on. */
  home: string;
  leave: Act<{ groupId: string; userId: string }>;
};

/** Whoever joined may go again, from the wrong group too. */
export function LeaveGroup({ group, userId, home, leave }: LeaveGroupProps) {
  const t = useTranslations();
  const router = useRouter();
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  const go = () =>
    act(() => leave({ groupId: group.id, userId }), {
      done: () => {
        setAsking(false);
        router.push(home);
      },
    });
  return (
    <section className="card flex flex-col gap-3 p-(--pad-card)">
      <div className="flex items-center justify-between gap-3">
        <bdi className="font-semibold text-lg">{group.name}</bdi>
        <GroupTag number={group.number} size={30} />
      </div>
      <Button kind="danger-quiet" size="lg" wide onClick={() => setAsking(true)}>
        {t("groups.leave.act")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("groups.leave.ask", { number: String(group.number) })}
        keep={t("common.cancel")}
        verb={t("groups.leave.act")}
        busy={busy && t("common.saving")}
        go={go}
      />
    </section>
  );
}
