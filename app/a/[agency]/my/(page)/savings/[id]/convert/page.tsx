import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ConvertForm } from "@/components/savings/convert-form";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { MOST_HELD } from "@/lib/bookings/contract/booking";
import { listBookings } from "@/lib/bookings/queries/bookings";
import { listDepartures } from "@/lib/packages/queries/departures";
import { readPlan } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { convert } from "../../actions";

const UNPAID: readonly string[] = ["draft", "pending_payment", "partially_paid"];
type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.convert.title");

/** My savings become seats: of a booking I hold, or of a departure that is open. */
export default async function MyConvertPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/my`;
  const call = await pageCall(slug, "my", `${home}/savings/${id}/convert`);
  const [plan, departures, bookings, t, errors] = await Promise.all([
    read(readPlan(call, { id })),
    read(listDepartures(call, { status: "open", when: "coming", limit: 100 })),
    read(listBookings(call, { mine: "true", limit: 50 })),
    getTranslations("savings.convert"),
    getTranslations("errors"),
  ]);
  const { currency } = plan.balance;
  return (
    <Speak namespaces={["savings", "bookings", "packages"]}>
      <PhoneHeader
        title={t("title")}
        meta={<bdi>{plan.name}</bdi>}
        back={{ href: `${home}/savings/${id}`, label: plan.name }}
      />
      <ConvertForm
        plan={plan}
        bookings={bookings.data.filter((one) => one.owed.currency === currency && UNPAID.includes(one.status))}
        departures={departures.data.filter((one) => one.currency === currency && one.seats.left > 0)}
        home={`${home}/bookings/`}
        convert={convert.bind(null, slug)}
        allowance={{ most: MOST_HELD, held: 0 }}
        tooLittle={errors("saved_below_deposit")}
      />
    </Speak>
  );
}
