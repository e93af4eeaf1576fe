"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Tiles } from "@/components/map/model";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldNote, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { formatNumber, formatPercent } from "@/lib/i18n/formats";
import { cornersOf, type PackRead, readPackFile } from "./pack-file";
import { PackPreview } from "./pack-preview";
import { sendPack } from "./send-pack";
import { useUnsaved } from "./use-unsaved";

type Good = Extract<PackRead, { ok: true }>;
type Errors = { name?: boolean; credit?: boolean };

/** Chooses a GeoJSON file, shows how it looks, and makes it the agency's base map. */
export function PackImport({ agency, tiles, replaces }: { agency: string; tiles: Tiles | null; replaces: boolean }) {
  const t = useTranslations("office.pack");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const router = useRouter();
  const [file, setFile] = useState<Good | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [credit, setCredit] = useState("");
  const [missing, setMissing] = useState<Errors>({});
  const [share, setShare] = useState<number | null>(null);
  useUnsaved(file !== null);

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const found = await readPackFile(chosen);
    setProblem(found.ok ? null : t(`problem.${found.problem}`));
    setFile(found.ok ? found : null);
    if (found.ok && !name) setName(found.suggested);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const empty = { name: !name.trim(), credit: !credit.trim() };
    setMissing(empty);
    if (!file || share !== null || empty.name || empty.credit) return;
    setShare(0);
    const wish = { name: name.trim(), credit: credit.trim(), content: file.content };
    const sent = await sendPack(agency, wish, setShare);
    setShare(null);
    if (!sent.ok) return setProblem(sent.message ?? errors("offline"));
    toast({ text: t("imported"), kind: "done" });
    setFile(null);
    setName("");
    setCredit("");
    router.refresh();
  };
  return (
    <Card title={t(replaces ? "replaceTitle" : "importTitle")}>
      <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <label className="flex min-h-24 flex-col items-center justify-center gap-2 rounded-lg border border-line-strong border-dashed p-4 text-center hover:bg-primary-soft has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-focus">
            <FileUp aria-hidden size={22} className="text-ink-3" />
            <span className="font-label">{file ? common("otherFile") : t("choose")}</span>
            <input
              type="file"
              accept=".json,.geojson,application/geo+json,application/json"
              className="sr-only"
              aria-describedby="pack-note"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          </label>
          <FieldNote id="pack-note" hint={t("fileHint")} error={file ? null : problem} />
        </div>
        {file ? (
          <>
            {problem ? <Banner kind="bad">{problem}</Banner> : null}
            <p className="text-ink-2">
              {t("found", {
                count: file.content.features.length,
                shown: formatNumber(locale, file.content.features.length),
              })}
              {file.left > 0 ? ` ${t("left", { count: file.left, shown: formatNumber(locale, file.left) })}` : null}
            </p>
            <PackPreview
              label={t("preview")}
              content={file.content}
              credit={credit}
              tiles={tiles}
              corners={cornersOf(file.content)}
            />
            <TextField
              label={t("name")}
              error={missing.name ? errors("fields.required") : null}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <TextField
              label={t("credit")}
              hint={t("creditHint")}
              error={missing.credit ? errors("fields.required") : null}
              maxLength={200}
              value={credit}
              onChange={(event) => setCredit(event.target.value)}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" kind="primary" busy={share !== null && t("sending")}>
                {t("submit")}
              </Button>
              <Button kind="ghost" onClick={() => setFile(null)}>
                {common("cancel")}
              </Button>
              {share === null ? null : (
                <span className="flex min-w-0 grow basis-40 items-center gap-3">
                  <progress value={share} max={1} aria-label={t("sending")} className="w-full accent-(--primary)" />
                  <span className="tn text-ink-2">{formatPercent(locale, share)}</span>
                </span>
              )}
            </div>
          </>
        ) : null}
      </Form>
    </Card>
  );
}
