import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { RulesForm } from "@/components/travel/rules-form";
import { readRules } from "@/lib/travel/queries/rules";
import { pageCall, read } from "@/server/doors/page";
import { setFor } from "../rule-acts";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("travel.rules.title");

/** By when pilgrims have what, for every departure that has no rules of its own. */
export default async function RulesPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/departures`;
  const call = await pageCall(agency, "office", `${home}/rules`);
  const [rules, t] = [await read(readRules(call, {})), await getTranslations("travel.rules")];
  if (!rules.mayChange || call.readOnly) return notFound();
  return (
    <Speak namespaces={["travel"]}>
      <PageHeader title={t("title")} back={{ href: home, to: "departures" }} />
      <RulesForm rules={rules} ofTrip={false} set={setFor.bind(null, agency)} />
    </Speak>
  );
}
