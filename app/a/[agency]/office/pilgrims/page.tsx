import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { StaffList } from "@/components/staff/staff-list";
import { readPilgrimsQuery } from "@/components/staff/staff-query";
import { openPeople } from "../staff/people";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shell.nav.pilgrims");

/** Who travels with the agency and does not work here, with the way to their bookings. */
export default async function PilgrimsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const { list, actions, waiting } = await openPeople(agency, "pilgrims", readPilgrimsQuery(await searchParams));
  const t = await getTranslations("shell.nav");
  return (
    <Speak namespaces={["agency", "entry"]}>
      <PageHeader title={t("pilgrims")} actions={actions} />
      <div className={waiting ? "grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]" : ""}>
        <StaffList {...list} isPilgrims />
        {waiting}
      </div>
    </Speak>
  );
}
