import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { GatewaysCard } from "@/components/payments/gateways-card";
import { SecondPersonCard } from "@/components/payments/second-person-card";
import { BankCard } from "@/components/settings/bank-card";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { mayChangeAgency, maySeeOwn } from "@/lib/agencies/policy";
import { listBankAccounts, readAgency } from "@/lib/agencies/queries/agency";
import { mayKeepGateways } from "@/lib/payments/policy";
import { listGateways } from "@/lib/payments/queries/gateways";
import { pageCall, read } from "@/server/doors/page";
import { addAccount, removeAccount, update } from "../actions";
import { connect, disconnect } from "./actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("payments.settings.title");

/** Where money may be sent, above what sum two people say yes, and which gateways speak to us. */
export default async function PaymentSettingsPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/settings`;
  const call = await pageCall(slug, "office", `${home}/payments`);
  if (!maySeeOwn(call.actor)) notFound();
  const [agency, accounts, gateways, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listBankAccounts(call, {})),
    mayKeepGateways(call.actor) ? read(listGateways(call, {})) : null,
    getTranslations("payments.settings"),
  ]);
  const mayChange = !call.readOnly && mayChangeAgency(call.actor);
  const bank = mayChange ? { add: addAccount.bind(null, slug), remove: removeAccount.bind(null, slug) } : {};
  const keep = mayChange ? { connect: connect.bind(null, slug), disconnect: disconnect.bind(null, slug) } : null;
  const { currency } = agency;
  const above = agency.own?.policies.secondPersonAbove ?? null;
  return (
    <Speak namespaces={["agency", "payments"]}>
      <PageHeader
        title={t("title")}
        back={{ href: home, to: "settings" }}
        meta={mayChangeAgency(call.actor) ? undefined : t("readOnly")}
      />
      <div className="grid max-w-6xl items-start gap-5 lg:grid-cols-2">
        <BankCard accounts={accounts.data} currency={currency} {...bank} />
        <div className="flex min-w-0 flex-col gap-5">
          <SecondPersonCard {...{ above, currency }} save={mayChange ? update.bind(null, slug) : undefined} />
          {gateways ? <GatewaysCard gateways={gateways.data} acts={keep} /> : null}
        </div>
      </div>
    </Speak>
  );
}
