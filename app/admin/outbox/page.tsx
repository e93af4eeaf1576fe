import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxPage } from "@/components/notices/outbox-page";
import { readOutboxQuery } from "@/components/notices/outbox-query";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { listPlatformOutbox } from "@/lib/notices/queries";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { retry } from "./actions";

type Props = { searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("notices.outbox"))("title"),
});

/** Letters that belong to no agency: codes, new passwords, words to who runs the platform. */
export default async function PlatformOutboxPage({ searchParams }: Props) {
  const home = "/admin/outbox";
  const call = await platformCall(home);
  const query = readOutboxQuery(await searchParams);
  const { q, channel, status, sort, cursor } = query;
  const page = await read(listPlatformOutbox(call, { q, channel, status, sort, cursor, limit: 25 }));
  return (
    <Speak namespaces={["notices"]}>
      <OutboxPage {...{ home, query, page, retry }} zone="UTC" exportAll={null} />
    </Speak>
  );
}
