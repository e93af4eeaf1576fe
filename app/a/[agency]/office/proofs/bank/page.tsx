import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BankFile } from "@/components/payments/bank-file";
import { BankLines } from "@/components/payments/bank-lines";
import { ClosedNotices, OddNotices } from "@/components/payments/odd-notices";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBankLines } from "@/lib/payments/queries/bank";
import { listOddNotices } from "@/lib/payments/queries/odd";
import { pageCall, read } from "@/server/doors/page";
import { close, find, freeLine, importFile, match } from "../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("payments.bank.title");

/** What the bank says came in, beside the invoices that asked for it, and what a gateway said that no invoice follows. */
export default async function BankPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office`;
  const call = await pageCall(slug, "office", `${home}/proofs/bank`);
  const [page, odd, closed, agency, t] = await Promise.all([
    read(listBankLines(call, { limit: 100 })),
    read(listOddNotices(call, { limit: 100 })),
    read(listOddNotices(call, { closed: "true" })),
    read(readAgency(call, {})),
    getTranslations("payments"),
  ]);
  return (
    <Speak namespaces={["payments"]}>
      <PageHeader
        title={t("bank.title")}
        meta={t("bank.text")}
        back={{ href: `${home}/proofs`, label: t("desk.title") }}
        actions={call.readOnly ? null : <BankFile currency={agency.currency} send={importFile.bind(null, slug)} />}
      />
      <OddNotices home={home} notices={odd.data} close={call.readOnly ? null : close.bind(null, slug)} />
      <BankLines
        home={home}
        lines={page.data}
        acts={call.readOnly ? null : { match: match.bind(null, slug), undo: freeLine.bind(null, slug) }}
        find={find.bind(null, slug)}
      />
      <ClosedNotices home={home} notices={closed.data} zone={agency.timeZone} />
    </Speak>
  );
}
