import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { ExportDepartures } from "@/components/packages/export-departures";
import { NewDeparture } from "@/components/packages/new-departure";
import { LinkButton } from "@/components/ui/link-button";
import { mayExportPackages } from "@/lib/packages/policy";
import { listPackages } from "@/lib/packages/queries/packages";
import { mayArrange } from "@/lib/travel/policy";
import { type PageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type ListToolsProps = {
  call: PageCall;
  agency: string;
  home: string;
  query: ComponentProps<typeof KeptViews>["query"];
  narrowing: ComponentProps<typeof ExportDepartures>["query"];
  /** Where packages are listed. */
  packages: string;
};

/** Above the list: kept views, the list as a file, the deadlines, and one departure more. */
export async function ListTools({ call, agency, home, query, narrowing, packages }: ListToolsProps) {
  const [sold, t] = await Promise.all([
    call.readOnly ? null : read(listPackages(call, { limit: 100 })),
    getTranslations("packages.departures"),
  ]);
  const own = (sold?.data ?? []).filter(({ mayChange }) => mayChange).map(({ id, name }) => ({ id, name }));
  const arranges = !call.readOnly && mayArrange(call.actor, { branchId: null, groupId: null });
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="departures" />
      {mayExportPackages(call.actor) ? (
        <ExportDepartures query={narrowing} read={exportAll.bind(null, agency)} />
      ) : null}
      {arranges ? <LinkButton href={`${home}/rules`}>{t("rules")}</LinkButton> : null}
      {own.length > 0 ? <NewDeparture home={packages} packages={own} isPart={Boolean(sold?.nextCursor)} /> : null}
    </>
  );
}
