"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import type { Group } from "@/lib/groups/contract";
import { formatShortDate } from "@/lib/i18n/formats";
import type { SetSharing } from "./sharing-panel";

/** A group beside the one that the page is about, whose leaders see the reader's position too, and the way to end it. */
export function AlsoShared({ group, setSharing }: { group: Group; setSharing: SetSharing }) {
  const t = useTranslations("my.sharing");
  const locale = useLocale();
  const { busy, act } = useAct();
  const end = formatShortDate(locale, group.endsAt, { zone: group.timeZone });
  const stop = () => setSharing({ groupId: group.id, state: "off" });
  return (
    <div className="card flex flex-col gap-3 p-(--pad-card)">
      <p className="text-md">{t.rich("also", { group: group.name, end, b: (name) => <bdi>{name}</bdi> })}</p>
      <Button
        size="lg"
        wide
        busy={busy && t("working")}
        onClick={() => act(stop, { said: { text: t("alsoEnded", { group: group.name }) } })}
      >
        {t("alsoStop")}
      </Button>
    </div>
  );
}
