"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCity } from "@/components/groups/use-city";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { Branch } from "@/lib/agencies/contract/branch";
import { BranchPanel, type BranchWish } from "./branch-panel";

type BranchesTableProps = {
  branches: readonly Branch[];
  people: readonly { id: string; name: string }[];
  /** Branches this reader may change; null for all. */
  mine: string | null;
  update?: Act<BranchWish & { id: string }, Branch>;
  close?: Act<{ id: string }>;
};

/** The agency's offices and pick-up cities. */
export function BranchesTable({ branches, people, mine, update, close }: BranchesTableProps) {
  const t = useTranslations("agency.branches");
  const cityOf = useCity();
  const columns: Column<Branch>[] = [
    {
      id: "branch",
      header: t("name"),
      cell: ({ name, city }) => <TwoLines first={<bdi>{name}</bdi>} second={<bdi>{city}</bdi>} />,
    },
    {
      id: "address",
      header: t("address"),
      cell: ({ address }) => <bdi className="whitespace-pre-line">{address ?? "–"}</bdi>,
    },
    { id: "manager", header: t("manager"), card: "figure", cell: ({ managerName }) => <bdi>{managerName ?? "–"}</bdi> },
    { id: "zone", header: t("zone"), cell: ({ timeZone }) => cityOf(timeZone) },
    {
      id: "acts",
      header: <span className="sr-only">{t("acts")}</span>,
      card: "actions",
      align: "end",
      cell: (branch) => (
        <span className="flex flex-wrap justify-end gap-2">
          {update && (mine === null || mine === branch.id) ? (
            <BranchPanel
              branch={branch}
              zone={branch.timeZone}
              people={people}
              send={(wish) => update({ id: branch.id, ...wish })}
            />
          ) : null}
          {close ? <CloseBranch branch={branch} close={close} /> : null}
        </span>
      ),
    },
  ];
  const empty = <EmptyState title={t("none")} text={t("noneText")} />;
  return <Table label={t("title")} columns={columns} rows={branches} rowKey={({ id }) => id} empty={empty} />;
}

function CloseBranch({ branch: { id, name }, close }: { branch: Branch; close: Act<{ id: string }> }) {
  const t = useTranslations("agency.branches");
  const common = useTranslations("common");
  const [refused, setRefused] = useState<string | null>(null);
  const { busy, act } = useAct();
  return (
    <Confirm
      title={t("closeAsk", { name })}
      text={t("closeText")}
      onOpenChange={() => setRefused(null)}
      trigger={
        <Button kind="danger-quiet" size="sm">
          {t("close")}
        </Button>
      }
      keep={t("keep")}
      verb={t("close")}
      busy={busy && common("saving")}
      go={(shut) =>
        act(() => close({ id }), { said: { text: t("closed", { name }) }, done: shut, refused: setRefused })
      }
    >
      {refused ? (
        <p role="alert" className="text-bad-ink">
          {refused}
        </p>
      ) : null}
    </Confirm>
  );
}
