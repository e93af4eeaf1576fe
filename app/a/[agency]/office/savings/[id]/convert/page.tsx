import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ConvertForm } from "@/components/savings/convert-form";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { listDepartures } from "@/lib/packages/queries/departures";
import { mayKeepDesk } from "@/lib/savings/policy";
import { readPlan } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { convert } from "../../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.convert.title");

/** The desk turns a saver's money into seats of a departure; the booking is the saver's. */
export default async function ConvertPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office`;
  const call = await pageCall(slug, "office", `${home}/savings/${id}/convert`);
  if (call.readOnly || !mayKeepDesk(call.actor)) return notFound();
  const [plan, departures, t, errors] = await Promise.all([
    read(readPlan(call, { id })),
    read(listDepartures(call, { status: "open", when: "coming", limit: 100 })),
    getTranslations("savings.convert"),
    getTranslations("errors"),
  ]);
  const fits = departures.data.filter((one) => one.currency === plan.balance.currency && one.seats.left > 0);
  return (
    <Speak namespaces={["savings", "bookings", "packages"]}>
      <PageHeader
        title={t("title")}
        meta={<bdi>{plan.personName}</bdi>}
        back={{ href: `${home}/savings/${id}`, label: plan.name }}
      />
      <ConvertForm
        plan={plan}
        bookings={[]}
        departures={fits}
        home={`${home}/bookings?open=`}
        convert={convert.bind(null, slug)}
        allowance={null}
        tooLittle={errors("saved_below_deposit")}
      />
    </Speak>
  );
}
