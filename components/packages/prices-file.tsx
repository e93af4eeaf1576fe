"use client";

import { Download, FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { saveFile } from "@/components/shell/csv";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { decodeText } from "@/lib/kernel/decode";
import type { ImportedPrices } from "@/lib/packages/contract/departure";

type PricesFileProps = {
  id: string;
  exportPrices: Act<{ id: string }, { csv: string }>;
  importPrices?: Act<{ id: string; csv: string; dryRun: boolean }, ImportedPrices>;
};

/** Prices out to a file and in from one: first it is looked through line by line, then taken. */
export function PricesFile({ id, exportPrices, importPrices }: PricesFileProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [csv, setCsv] = useState("");
  const [found, setFound] = useState<ImportedPrices | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const look = async (file: File) => {
    if (!importPrices) return;
    const text = decodeText(new Uint8Array(await file.arrayBuffer()), locale);
    setCsv(text);
    setFound(null);
    setRefused(null);
    act(() => importPrices({ id, csv: text, dryRun: true }), { done: setFound, refused: setRefused });
  };
  const take = () => {
    if (importPrices)
      act(() => importPrices({ id, csv, dryRun: false }), {
        said: { text: t("saved") },
        done: () => setFound(null),
        refused: setRefused,
      });
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-3 text-sm">{t("departures.csvHint")}</p>
      <div className="flex flex-wrap gap-2.5">
        <Button
          icon={<Download aria-hidden size={16} />}
          onClick={() => act(() => exportPrices({ id }), { done: (file) => saveFile("prices.csv", file.csv) })}
        >
          {t("departures.export")}
        </Button>
        {importPrices ? (
          <FileButton
            accept=".csv,text/csv"
            icon={<FileUp aria-hidden size={16} />}
            busy={busy}
            choose={(file) => void look(file)}
          >
            {t("departures.choose")}
          </FileButton>
        ) : null}
      </div>
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      {found ? (
        <div role="status" className="flex flex-col items-start gap-2.5">
          <p>{t("departures.good", { count: found.prices.length })}</p>
          {found.problems.length > 0 ? (
            <ul className="w-full rounded-md bg-warn-soft p-3 text-sm text-warn-ink">
              {found.problems.map(({ row, problem }) => (
                <li key={`${row} ${problem}`}>
                  {t("departures.row", { row })}: {t(`problem.${problem}`)}
                </li>
              ))}
            </ul>
          ) : (
            <Button kind="primary" busy={busy && t("save")} onClick={take}>
              {t("departures.apply")}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
