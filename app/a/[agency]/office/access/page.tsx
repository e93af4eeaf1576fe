import { notFound } from "next/navigation";
import { titled } from "@/app/titled";
import { Speak } from "@/components/shell/speak";
import { AskAccess } from "@/components/staff/ask-access";
import { mayAsk } from "@/lib/agencies/policy";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { pageCall, read } from "@/server/doors/page";
import { ask } from "./actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("agency.access.title");

/** Asking to be allowed more, and what became of it. */
export default async function AccessPage({ params }: Props) {
  const { agency: slug } = await params;
  const call = await pageCall(slug, "office", `/a/${slug}/office/access`);
  if (!mayAsk(call.actor)) return notFound();
  const [{ timeZone }, requests] = await Promise.all([
    read(readAgency(call, {})),
    read(listPermissionRequests(call, { limit: 100 })),
  ]);
  const mine = requests.data.filter(({ userId }) => userId === call.actor.userId);
  return (
    <Speak namespaces={["agency"]}>
      <AskAccess requests={mine} zone={timeZone} ask={call.readOnly ? null : ask.bind(null, slug)} />
    </Speak>
  );
}
