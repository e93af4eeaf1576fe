"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { QrCode } from "@/components/ui/qr-code";
import type { TrackerKind } from "@/lib/tracking/contract";
import { osmAndAddress } from "./osmand-address";

/** A tracker as it was just made: its secret address is known now and never again. */
export type Issued = { kind: TrackerKind; name: string; path: string };
type TrackerSetupProps = { issued: Issued; publicUrl: string; onDone: () => void };

/** OwnTracks reads its whole set-up from one link: HTTP mode (3), our address, sending while it moves (1 = significant). */
const ownTracksLink = (url: string) => {
  const settings = { _type: "configuration", mode: 3, url, auth: false, monitoring: 1, locatorInterval: 30 };
  return `owntracks:///config?inline=${encodeURIComponent(btoa(JSON.stringify(settings)))}`;
};

/** Shown once: the address with its secret, as a code, as text, and what to do with it step by step. */
export function TrackerSetup({ issued: { kind, name, path }, publicUrl, onDone }: TrackerSetupProps) {
  const t = useTranslations("my.trackers");
  const url = `${publicUrl}${path}`;
  const link = kind === "owntracks" ? ownTracksLink(url) : null;
  return (
    <section className="card flex flex-col gap-5 p-(--pad-card)">
      <div>
        <h2 className="text-lg font-semibold">{t("setupTitle", { name })}</h2>
        <p className="text-md text-ink-2">{t(`kinds.${kind}`)}</p>
      </div>
      <Banner kind="warn" className="text-md">
        {t("once")}
      </Banner>
      <ol className="flex list-decimal flex-col gap-2 ps-6 text-md">
        {(["one", "two", "three", "four"] as const).map((step) => (
          <li key={step}>{t(`steps.${kind}.${step}`)}</li>
        ))}
      </ol>
      <div className="grid place-items-center">
        <QrCode value={link ?? url} label={t("code")} size={232} />
      </div>
      {link ? (
        <a href={link} className="btn" data-kind="soft" data-size="xl" data-wide="">
          {t("openApp")}
        </a>
      ) : null}
      <Address title={t("address")} url={url} copy={t("copy")} />
      {kind === "osmand" ? (
        <Address title={t("osmAnd")} text={t("osmAndText")} url={osmAndAddress(url)} copy={t("copy")} />
      ) : null}
      <Button kind="primary" size="xl" wide onClick={onDone}>
        {t("done")}
      </Button>
    </section>
  );
}

function Address({ title, text, url, copy }: { title: string; text?: string; url: string; copy: string }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-md font-semibold">{title}</h3>
      {text ? <p className="text-md text-ink-2">{text}</p> : null}
      <p dir="ltr" className="rounded-xl bg-sunken p-3 font-mono text-base [overflow-wrap:anywhere]">
        {url}
      </p>
      <CopyButton value={url} label={copy} size="lg" wide />
    </div>
  );
}
