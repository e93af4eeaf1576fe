"use client";

import { IdCard, Printer, Snowflake } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { formatMoment } from "@/lib/i18n/formats";
import type { Manifest, ManifestState } from "@/lib/travel/contract/manifest";
import { ItemCounts } from "./item-counts";
import { SaveSheet } from "./save-sheet";

type Version = ManifestState["versions"][number];
type ManifestDeskProps = {
  slug: string;
  id: string;
  /** The departure's page. */
  home: string;
  zone: string;
  state: ManifestState;
  /** Absent: may only look. */
  freeze: Act<{ id: string }, Manifest> | null;
};

/** Whether the manifest can be frozen, what it waits for, and its versions as paper and file. */
export function ManifestDesk({ slug, id, home, zone, state, freeze }: ManifestDeskProps) {
  const t = useTranslations("travel.manifest");
  const locale = useLocale();
  const waits = state.counts.filter(({ blocks, open, late }) => blocks && open + late > 0);
  const columns: Column<Version>[] = [
    {
      id: "version",
      header: t("versions"),
      cell: ({ version, frozenAt, frozenBy }) => {
        const at = formatMoment(locale, frozenAt, { zone, year: true });
        return <TwoLines first={t("version", { version })} second={t("by", { at, name: frozenBy ?? "–" })} />;
      },
    },
    { id: "people", header: t("whom"), card: "figure", cell: ({ people }) => t("people", { count: people }) },
    {
      id: "code",
      header: t("code"),
      card: "badge",
      cell: ({ code }) => (
        <bdi dir="ltr" className="tn">
          {code}
        </bdi>
      ),
    },
    {
      id: "acts",
      header: "",
      card: "below",
      cell: ({ version }) => (
        <span className="flex flex-wrap gap-2">
          <LinkButton
            size="sm"
            href={`${home}/manifest/print?version=${version}`}
            icon={<Printer aria-hidden size={16} />}
          >
            {t("print")}
          </LinkButton>
          <LinkButton
            size="sm"
            href={`${home}/manifest/badges?version=${version}`}
            icon={<IdCard aria-hidden size={16} />}
          >
            {t("badges")}
          </LinkButton>
          {state.mayExport ? (
            <SaveSheet
              {...{ slug }}
              path={`/api/v1/departures/${id}/manifest?version=${version}&`}
              name={`manifest-v${version}`}
              size="sm"
            />
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-5">
      <Standing
        state={state}
        act={freeze ? <Freeze id={id} again={state.versions.length > 0} freeze={freeze} /> : null}
      />
      {waits.length > 0 ? (
        <ItemCounts counts={waits} hrefOf={(item) => `${home}/readiness?view=blocking&item=${item}`} />
      ) : null}
      <Table
        label={t("versions")}
        columns={columns}
        rows={state.versions}
        rowKey={({ version }) => String(version)}
        empty={<EmptyState title={t("noVersions")} text={t("noVersionsText")} />}
      />
    </div>
  );
}

function Standing({ state, act }: { state: ManifestState; act: React.ReactNode }) {
  const t = useTranslations("travel.manifest");
  const { people, blocking, changed, versions } = state;
  const since = changed && versions[0] ? t("changedSince", { version: versions[0].version }) : null;
  const isReady = people > 0 && blocking === 0;
  return (
    <>
      {since ? (
        <Banner kind="warn" action={isReady ? act : null}>
          {since}
        </Banner>
      ) : null}
      {people === 0 ? <Banner>{t("empty")}</Banner> : null}
      {blocking > 0 ? <Banner kind="warn">{t("waits", { count: blocking })}</Banner> : null}
      {isReady && !since ? <Banner action={act}>{t("ready")}</Banner> : null}
    </>
  );
}

function Freeze({ id, again, freeze }: { id: string; again: boolean; freeze: Act<{ id: string }, Manifest> }) {
  const t = useTranslations("travel.manifest");
  const { busy, act } = useAct();
  const words = t(again ? "freezeAgain" : "freeze");
  const done = ({ version }: Manifest) => toast({ text: t("frozen", { version: version ?? 0 }), kind: "done" });
  return (
    <Dialog
      title={`${words}?`}
      text={t("freezeText")}
      trigger={
        <Button kind="primary" icon={<Snowflake aria-hidden size={16} />} busy={busy && t("freezing")}>
          {words}
        </Button>
      }
      actions={(close) => (
        <Button
          kind="primary"
          onClick={() => {
            close();
            act(() => freeze({ id }), { done });
          }}
        >
          {words}
        </Button>
      )}
    />
  );
}
