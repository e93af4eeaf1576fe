"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFrom } from "@/components/shell/files";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

const FORMATS = { gpx: "GPX", geojson: "GeoJSON", csv: "CSV" } as const;
type SaveWayProps = { agency: string; groupId: string; member: { userId: string; name: string } };

/** A member's way on this trip as a file, for whoever may take it out; the member is told of it, as of every look. */
export function SaveWay({ agency, groupId, member: { userId, name } }: SaveWayProps) {
  const t = useTranslations("map.detail");
  const save = async (format: keyof typeof FORMATS) => {
    const path = `/api/v1/groups/${groupId}/members/${userId}/positions?format=${format}`;
    const failed = await saveFrom(agency, path, `${name}.${format}`);
    if (failed) toast({ text: failed === "offline" ? t("notSaved") : t("noWay", { name }), kind: "failed" });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="flex items-center gap-2 text-md font-semibold">
        <Download size={20} aria-hidden />
        {t("save")}
      </legend>
      <p className="text-base text-ink-2">{t("saveSeen", { name })}</p>
      <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
        {(["gpx", "geojson", "csv"] as const).map((format) => (
          <Button key={format} size="lg" onClick={() => void save(format)}>
            {FORMATS[format]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
