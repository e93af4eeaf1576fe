"use client";

import { Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useMapPack } from "@/components/journey/use-map-pack";
import type { Tiles } from "@/components/map/model";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Skeleton } from "@/components/ui/skeleton";
import { formatNumber } from "@/lib/i18n/formats";
import { cornersOf, type PackFile } from "./pack-file";
import { PackPreview } from "./pack-preview";

type PackNowProps = {
  agency: string;
  pack: { id: string; name: string; credit: string };
  tiles: Tiles | null;
  /** Left out for whoever may only look. */
  remove?: Act<Record<string, never>>;
};

/** The base map in use, and the way back to our own drawing. */
export function PackNow({ agency, pack, tiles, remove }: PackNowProps) {
  const t = useTranslations("office.pack");
  const common = useTranslations("common");
  const locale = useLocale();
  const content = useMapPack(agency, pack.id) as PackFile | null;
  const shapes = content?.features.length ?? 0;
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  const drop = () => remove && act(() => remove({}), { said: { text: t("removed") }, done: () => setAsking(false) });
  return (
    <Card
      title={<bdi>{pack.name}</bdi>}
      aside={content ? t("shapes", { count: shapes, shown: formatNumber(locale, shapes) }) : null}
    >
      {content ? (
        <PackPreview
          label={t("preview")}
          content={content}
          credit={pack.credit}
          tiles={tiles}
          corners={cornersOf(content)}
        />
      ) : (
        <Skeleton className="h-80 rounded-lg" />
      )}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2">
          {t("credit")}: <bdi>{pack.credit}</bdi>
        </p>
        {remove ? (
          <Confirm
            open={asking}
            onOpenChange={setAsking}
            trigger={
              <Button kind="danger-quiet" icon={<Trash2 aria-hidden size={16} />}>
                {t("remove")}
              </Button>
            }
            title={t("removeTitle", { name: pack.name })}
            text={t("removeText")}
            keep={t("keep")}
            verb={t("remove")}
            busy={busy && common("saving")}
            go={() => drop()}
          />
        ) : null}
      </div>
    </Card>
  );
}
