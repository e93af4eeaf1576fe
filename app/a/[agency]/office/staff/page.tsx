import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { StaffList } from "@/components/staff/staff-list";
import { readStaffQuery } from "@/components/staff/staff-query";
import { StaffTools } from "@/components/staff/staff-tools";
import { InvitationsCard, RequestsCard } from "@/components/staff/waiting-cards";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { asLocale } from "@/lib/i18n/locales";
import { givableRoles, mayExportUsers, mayInvite, maySeeUsers } from "@/lib/users/policy";
import { listInvitations, listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { staffActs } from "./staff-acts";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shell.nav.staff");

export default async function StaffPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/staff`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeUsers(call.actor)) notFound();
  const query = readStaffQuery(await searchParams);
  const { trail: _, cursor, ...words } = query;
  const narrowing = { ...words, staff: "yes" as const };
  const acts = staffActs(slug);
  const may = !call.readOnly && mayInvite(call.actor);
  const [agency, page, branches, invited, asked, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listUsers(call, { ...narrowing, cursor, limit: 25 })),
    read(listBranches(call, {})),
    may ? read(listInvitations(call, { state: "open", limit: 20 })) : null,
    read(listPermissionRequests(call, { status: "open", limit: 20 })),
    getTranslations("agency.staff"),
  ]);
  const own = { branches: branches.data, givable: givableRoles(call.actor), language: asLocale(agency.locale) };
  const views = <KeptViews key="views" {...{ call, home, query }} agency={slug} place="staff" />;
  const rights = { mayExport: mayExportUsers(call.actor), mayInvite: may };
  const tools = <StaffTools key="tools" query={narrowing} {...{ acts, ...own, ...rights }} />;
  return (
    <Speak namespaces={["agency", "entry"]}>
      <PageHeader title={t("title")} actions={[views, tools]} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <StaffList {...{ home, query, page, ...own }} acts={may ? acts.people : null} />
        <div className="flex flex-col gap-5">
          <RequestsCard requests={asked.data} now={call.now.getTime()} {...acts.requests} />
          {invited ? <InvitationsCard invitations={invited.data} zone={agency.timeZone} revoke={acts.revoke} /> : null}
        </div>
      </div>
    </Speak>
  );
}
