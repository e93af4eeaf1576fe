import type { ComponentProps } from "react";
import type { AgencyFile } from "@/lib/agencies/contract/platform";
import { AgencyHead, Checks, OwnerCard } from "./application";
import { ApprovalsQueue } from "./approvals-queue";
import { DecideDesk } from "./decide-desk";

type ApprovalDeskProps = {
  queue: ComponentProps<typeof ApprovalsQueue>["agencies"];
  file: AgencyFile;
  host: string;
  now: Date;
} & Pick<ComponentProps<typeof DecideDesk>, "approve" | "reject" | "ask">;

/** The queue, what is known of the one that is looked at, and the decisions. */
export function ApprovalDesk({ queue, file, host, now, ...acts }: ApprovalDeskProps) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <ApprovalsQueue agencies={queue} chosen={file.id} now={now} />
      <div className="grid min-w-0 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_auto_1fr_auto]">
        <div className="xl:col-span-2">
          <AgencyHead file={file} host={host} />
        </div>
        <div className="xl:row-span-2">
          <Checks file={file} />
        </div>
        <OwnerCard file={file} />
        <DecideDesk key={file.id} id={file.id} name={file.name} now={now.getTime()} {...acts} />
      </div>
    </div>
  );
}
