import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeskHead } from "@/components/payments/desk-head";
import { ExportProofs } from "@/components/payments/export-proofs";
import { ProofDesk } from "@/components/payments/proof-desk";
import { QUEUES, QueueTabs } from "@/components/payments/queue-tabs";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { mayExportInvoices } from "@/lib/invoices/policy";
import { mayKeepBank } from "@/lib/payments/policy";
import { countProofs, listProofs } from "@/lib/payments/queries/proofs";
import { mayListSavings } from "@/lib/savings/policy";
import { countDeposits } from "@/lib/savings/queries/desk";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll, review, undo, verify } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("payments.desk.title");

/** What was sent as proof of payment, decided in seconds. */
export default async function ProofsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/proofs`;
  const call = await pageCall(agency, "office", home);
  const query = readListQuery(await searchParams, { queue: QUEUES, q: "text" });
  const { queue = "to_check", q, cursor } = query;
  const [page, counts, deposits, t] = await Promise.all([
    read(listProofs(call, { queue, q, cursor, limit: 50 })),
    read(countProofs(call, {})),
    mayListSavings(call.actor) ? read(countDeposits(call, {})) : null,
    getTranslations("payments"),
  ]);
  const savings = deposits && { href: `/a/${agency}/office/savings/proofs`, waiting: deposits.waiting };
  const file = <ExportProofs query={{ queue, q }} read={exportAll.bind(null, agency)} />;
  return (
    <Speak namespaces={["payments", "savings"]}>
      <DeskHead
        counts={counts}
        bank={mayKeepBank(call.actor) ? `${home}/bank` : null}
        file={mayExportInvoices(call.actor) ? file : null}
        views={<KeptViews {...{ call, agency, home, query }} place="proofs" />}
      />
      <QueueTabs {...{ home, queue, counts, savings }}>
        <ListFilter home={home} query={query} search={t("desk.search")} className="max-lg:w-full" />
      </QueueTabs>
      <ProofDesk
        key={queue}
        {...{ agency, home: `/a/${agency}/office`, proofs: page.data, now: call.now }}
        shows={q ? "search" : queue}
        review={call.readOnly ? null : review.bind(null, agency)}
        {...{ verify: verify.bind(null, agency), undo: undo.bind(null, agency) }}
      />
      {listPages(home, query, page)}
    </Speak>
  );
}
