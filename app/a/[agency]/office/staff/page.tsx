import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { StaffList } from "@/components/staff/staff-list";
import { readStaffQuery } from "@/components/staff/staff-query";
import { RequestsCard } from "@/components/staff/waiting-cards";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { read } from "@/server/doors/page";
import { openPeople } from "./people";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shell.nav.staff");

export default async function StaffPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const query = readStaffQuery(await searchParams);
  const { call, acts, list, actions, waiting } = await openPeople(slug, "staff", query);
  const [asked, t] = await Promise.all([
    read(listPermissionRequests(call, { status: "open", limit: 20 })),
    getTranslations("agency.staff"),
  ]);
  return (
    <Speak namespaces={["agency", "entry"]}>
      <PageHeader title={t("title")} actions={actions} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <StaffList {...list} />
        <div className="flex flex-col gap-5">
          <RequestsCard requests={asked.data} now={call.now.getTime()} {...acts.requests} />
          {waiting}
        </div>
      </div>
    </Speak>
  );
}
