import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { ExportStaff } from "@/components/staff/export-staff";
import { ImportDialog } from "@/components/staff/import-dialog";
import { InviteDialog } from "@/components/staff/invite-dialog";
import { StaffList } from "@/components/staff/staff-list";
import { readStaffQuery } from "@/components/staff/staff-query";
import { InvitationsCard, RequestsCard } from "@/components/staff/waiting-cards";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { givableRoles, mayInvite, maySeeUsers } from "@/lib/users/policy";
import { listInvitations, listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { approve, deny, importTable, invite, list, remove, revoke, update } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("agency.staff"))("title"),
});

export default async function StaffPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/staff`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeUsers(call.actor)) notFound();
  const query = readStaffQuery(await searchParams);
  const { trail: _, cursor, ...narrowing } = query;
  const may = !call.readOnly && mayInvite(call.actor);
  const [agency, page, branches, invited, asked, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listUsers(call, { ...narrowing, staff: "yes", cursor, limit: 25 })),
    read(listBranches(call, {})),
    may ? read(listInvitations(call, { state: "open", limit: 20 })) : null,
    read(listPermissionRequests(call, { status: "open", limit: 20 })),
    getTranslations("agency.staff"),
  ]);
  const own = { branches: branches.data, givable: givableRoles(call.actor) };
  const acts = may ? { update: update.bind(null, slug), remove: remove.bind(null, slug) } : null;
  const decide = { approve: approve.bind(null, slug), deny: deny.bind(null, slug) };
  const actions = [
    <ExportStaff key="export" query={{ ...narrowing, staff: "yes" }} read={list.bind(null, slug)} />,
    may ? <ImportDialog key="import" send={importTable.bind(null, slug)} /> : null,
    may ? <InviteDialog key="invite" {...own} invite={invite.bind(null, slug)} /> : null,
  ];
  return (
    <Speak namespaces={["agency", "entry"]}>
      <PageHeader title={t("title")} actions={actions} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <StaffList {...{ home, query, page, acts, ...own }} />
        <div className="flex flex-col gap-5">
          <RequestsCard requests={asked.data} now={call.now.getTime()} {...decide} />
          {invited ? (
            <InvitationsCard invitations={invited.data} zone={agency.timeZone} revoke={revoke.bind(null, slug)} />
          ) : null}
        </div>
      </div>
    </Speak>
  );
}
