import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BankForm } from "@/components/savings/bank-form";
import { DeskLinks } from "@/components/savings/desk-links";
import { ExportPlans } from "@/components/savings/export-plans";
import { PlansFilter } from "@/components/savings/plans-filter";
import { readPlansQuery } from "@/components/savings/plans-query";
import { PlansTable } from "@/components/savings/plans-table";
import { TotalsCard } from "@/components/savings/totals-card";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { mayEnterBankBalance, mayExportSavings, mayKeepDesk, mayListSavings, maySeeTotals } from "@/lib/savings/policy";
import { listPlans } from "@/lib/savings/queries/plans";
import { checkBooks, readLiability } from "@/lib/savings/queries/totals";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { enterBank, exportAll } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("savings.title");

export default async function SavingsPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", home);
  const query = readPlansQuery(await searchParams);
  const { q, state, sort, cursor } = query;
  const [sees, decides] = [mayListSavings(call.actor), mayEnterBankBalance(call.actor)];
  const [agency, liability, books, page] = await Promise.all([
    read(readAgency(call, {})),
    maySeeTotals(call.actor) ? read(readLiability(call, {})) : null,
    decides ? read(checkBooks(call, {})) : null,
    sees ? read(listPlans(call, { q, state, sort, cursor, limit: 25 })) : null,
  ]);
  const currency = liability?.data[0]?.liability.currency ?? agency.currency;
  const own = { today: dayAt(call.now, agency.timeZone), currency };
  const enter = decides && !call.readOnly ? <BankForm {...own} enter={enterBank.bind(null, slug)} /> : null;
  const links = <DeskLinks home={home} sees={sees} keeps={mayKeepDesk(call.actor) && !call.readOnly} />;
  const exports = <ExportPlans query={{ q, state, sort }} read={exportAll.bind(null, slug)} />;
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader
        title={(await getTranslations("savings"))("title")}
        actions={[
          sees ? <KeptViews key="views" {...{ call, home, query }} agency={slug} place="savings" /> : null,
          <span key="export">{mayExportSavings(call.actor) ? exports : null}</span>,
          <span key="links">{links}</span>,
        ]}
      />
      {liability ? <TotalsCard liability={liability} books={books} enter={enter} /> : null}
      {page ? <PlansFilter home={home} query={query} /> : null}
      {page ? <PlansTable home={home} query={query} page={page} /> : null}
    </Speak>
  );
}
