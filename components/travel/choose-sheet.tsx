"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { saveFrom, upload } from "@/components/shell/files";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileButton } from "@/components/ui/file-button";
import type { PassengerImport } from "@/lib/travel/contract/import";

type ChooseSheetProps = {
  slug: string;
  departureId: string;
  again: boolean;
  onFound: (found: PassengerImport) => void;
};

/** Sends a file to be looked through, and offers one to fill in. */
export function ChooseSheet({ slug, departureId, again, onFound }: ChooseSheetProps) {
  const t = useTranslations("travel.import");
  const manifest = useTranslations("travel.manifest");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [details, setDetails] = useState<unknown>();
  const problem = useFieldErrors(details)("file");
  const path = `/api/v1/departures/${departureId}/passengers`;
  const send = async (file: File) => {
    setBusy(true);
    setRefused(null);
    setDetails(undefined);
    const sent = await upload<PassengerImport>(slug, `${path}/import`, file);
    setBusy(false);
    if (sent === "offline") return setRefused(t("offline"));
    if ("kept" in sent) onFound(sent.kept);
    else {
      setRefused(sent.refused);
      setDetails(sent.details);
    }
  };
  const template = (format: "csv" | "xlsx") =>
    saveFrom(slug, `${path}/template?format=${format}`, `passengers.${format}`).then(
      (failed) => failed && setRefused(manifest("notSaved")),
    );
  return (
    <Card title={t("title")}>
      <p className="mb-4 max-w-prose text-ink-2">{t("intro")}</p>
      {refused ? (
        <Banner kind="bad" className="mb-4">
          {problem ?? refused}
        </Banner>
      ) : null}
      <div className="flex flex-wrap items-center gap-2.5">
        <FileButton
          accept=".csv,.xlsx,text/csv"
          kind={again ? "secondary" : "primary"}
          busy={busy}
          choose={(file) => void send(file)}
        >
          {busy ? t("sending") : t(again ? "again" : "choose")}
        </FileButton>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            kind="ghost"
            icon={<Download aria-hidden size={16} />}
            onClick={() => void template(format)}
          >
            {t("template", { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
    </Card>
  );
}
