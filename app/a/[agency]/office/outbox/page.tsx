import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxPage } from "@/components/notices/outbox-page";
import { readOutboxQuery } from "@/components/notices/outbox-query";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayExportOutbox, mayRetry } from "@/lib/notices/policy";
import { listOutbox } from "@/lib/notices/queries";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll, retry } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("notices.outbox"))("title"),
});

export default async function OfficeOutbox({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/outbox`;
  const call = await pageCall(slug, "office", home);
  const query = readOutboxQuery(await searchParams);
  const { q, channel, status, sort, cursor } = query;
  const [page, agency] = await Promise.all([
    read(listOutbox(call, { q, channel, status, sort, cursor, limit: 25 })),
    read(readAgency(call, {})),
  ]);
  return (
    <Speak namespaces={["notices"]}>
      <OutboxPage
        {...{ home, query, page }}
        zone={agency.timeZone}
        views={<KeptViews {...{ call, home, query }} agency={slug} place="outbox" />}
        retry={!call.readOnly && mayRetry(call.actor) ? retry.bind(null, slug) : null}
        exportAll={mayExportOutbox(call.actor) ? exportAll.bind(null, slug) : null}
      />
    </Speak>
  );
}
