import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { Asleep } from "@/components/savings/asleep";
import { MendForm } from "@/components/savings/mend-form";
import { MyPlan } from "@/components/savings/my-plan";
import { PdfButton } from "@/components/savings/pdf-button";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { PaperLetterhead } from "@/components/ui/letterhead";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { listMethods } from "@/lib/savings/queries/desk";
import { readStatement } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { backFrom } from "../../back";
import { resubmit } from "../actions";
import { Asked } from "../asked";
import { SaverActs } from "../saver-acts";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<{ from?: string }> };

export const generateMetadata = titled("savings.my.title");

export default async function MyPlanPage({ params, searchParams }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/my`;
  const page = `${home}/savings/${id}`;
  const call = await pageCall(slug, "my", page);
  const [statement, methods, agency, t, { from }] = await Promise.all([
    read(readStatement(call, { id })),
    read(listMethods(call, {})),
    read(readAgency(call, {})),
    getTranslations("savings.my"),
    searchParams,
  ]);
  const { plan } = statement;
  const zone = agency.timeZone;
  const acts = !call.readOnly && plan.state !== "closed";
  const own = { agency: slug, plan, methods: methods.data, today: dayAt(call.now, zone) };
  const back = from === "list" ? { href: `${home}/savings`, label: t("title") } : backFrom(home, from);
  return (
    <Speak namespaces={["savings"]}>
      <PaperLetterhead agency={agency} />
      <PhoneHeader title={t("title")} meta={<bdi>{plan.name}</bdi>} back={back} />
      <Asleep plan={plan} zone={zone} />
      <MyPlan
        {...{ statement, page, zone }}
        acts={acts ? <SaverActs {...own} /> : null}
        asked={<Asked {...{ call, agency: slug, zone }} planId={id} />}
        mend={(deposit) => acts && <MendForm {...{ agency: slug, deposit }} resubmit={resubmit.bind(null, slug)} />}
      />
      <PdfButton agency={slug} planId={id} wide />
    </Speak>
  );
}
