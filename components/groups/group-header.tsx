import { Map as MapIcon, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TripThread } from "@/components/journey/trip-thread";
import { PageHeader } from "@/components/shell/headers";
import { GroupTag } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Group } from "@/lib/groups/contract";
import { StateBadge } from "./state-badge";

type GroupHeaderProps = {
  group: Group;
  home: string;
  branchName: string | null;
  now: Date;
  /** Left out for whoever may not see positions. */
  mapHref: string | null;
  /** Left out for whoever may not look into the chat. */
  chatHref: string | null;
  actions?: ReactNode;
};

/** Which group this is, where its trip stands, and the way to its map. */
export function GroupHeader({ group, home, branchName, now, mapHref, chatHref, actions }: GroupHeaderProps) {
  const t = useTranslations("office.group");
  const words = useTranslations("groups");
  const chat = useTranslations("chat.look");
  const title = (
    <span className="mt-1 flex flex-wrap items-center gap-3">
      <GroupTag number={group.number} size={36} />
      <bdi>{group.name}</bdi>
    </span>
  );
  const meta = (
    <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <StateBadge state={group.state} />
      <span>{[branchName, words("members", { count: group.members })].filter(Boolean).join("\u00a0· ")}</span>
    </span>
  );
  return (
    <>
      <PageHeader
        title={title}
        meta={meta}
        back={{ href: home, to: "liveGroups" }}
        actions={
          <>
            {actions}
            {chatHref ? (
              <LinkButton href={chatHref} icon={<MessageCircle aria-hidden size={16} />}>
                {chat("link")}
              </LinkButton>
            ) : null}
            {mapHref ? (
              <LinkButton href={mapHref} kind="primary" icon={<MapIcon aria-hidden size={16} />}>
                {t("liveMap")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Card className="mb-5">
        <TripThread group={group} now={now} />
      </Card>
    </>
  );
}
