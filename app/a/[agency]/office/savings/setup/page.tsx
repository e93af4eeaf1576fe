import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { MethodsCard } from "@/components/savings/methods-card";
import { PeriodsCard } from "@/components/savings/periods-card";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { mayKeepDesk } from "@/lib/savings/policy";
import { listMethods, listPeriods } from "@/lib/savings/queries/desk";
import { pageCall, read } from "@/server/doors/page";
import { addMethod, dropMethod, endPeriod, movePeriod, openPeriod } from "./actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("savings.setup.title");

/** By what ways money comes in, and which days it is booked into. */
export default async function SavingsSetupPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", `${home}/setup`);
  const [agency, methods, periods, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listMethods(call, {})),
    read(listPeriods(call, { limit: 24 })),
    getTranslations("savings.setup"),
  ]);
  const keeps = mayKeepDesk(call.actor) && !call.readOnly;
  const acts = { add: addMethod.bind(null, slug), drop: dropMethod.bind(null, slug) };
  const [close, open, move] = [endPeriod.bind(null, slug), openPeriod.bind(null, slug), movePeriod.bind(null, slug)];
  const buckets = { close, open, move };
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader title={t("title")} back={{ href: home, to: "savings" }} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <MethodsCard methods={methods.data} acts={keeps ? acts : null} />
        <PeriodsCard periods={periods.data} today={dayAt(call.now, agency.timeZone)} acts={keeps ? buckets : null} />
      </div>
    </Speak>
  );
}
