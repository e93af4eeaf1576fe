import { useTranslations } from "next-intl";
import type { Tiles } from "@/components/map/model";
import { Card } from "@/components/ui/card";
import { ThreadList } from "@/components/ui/thread";

type BaseMapNowProps = { tiles: Tiles | null; hasPack: boolean; mayChange: boolean };

/** What maps are drawn from, from below: the ground, then the agency's own pack. */
export function BaseMapNow({ tiles, hasPack, mayChange }: BaseMapNowProps) {
  const t = useTranslations("office.pack");
  return (
    <Card title={t("layers")}>
      <p className="mb-2 text-ink-2">{t(mayChange ? "layersText" : "onlyOwner")}</p>
      <ThreadList
        label={t("layers")}
        stops={[
          {
            id: "ground",
            state: "done",
            label: t(tiles ? "tiles" : "schematic"),
            detail: tiles ? <bdi>{tiles.attribution}</bdi> : t("schematicText"),
          },
          { id: "pack", state: hasPack ? "done" : "next", label: t("pack"), detail: t(hasPack ? "packOn" : "packOff") },
        ]}
      />
    </Card>
  );
}
