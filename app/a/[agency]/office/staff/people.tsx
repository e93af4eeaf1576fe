import { notFound } from "next/navigation";
import type { StaffQuery } from "@/components/staff/staff-query";
import { StaffTools } from "@/components/staff/staff-tools";
import { InvitationsCard } from "@/components/staff/waiting-cards";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { asLocale } from "@/lib/i18n/locales";
import { givableRoles, mayExportUsers, mayInvite, maySeeUsers } from "@/lib/users/policy";
import { listInvitations, listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { staffActs } from "./staff-acts";

const WORKS_HERE = { staff: "yes", pilgrims: "no" } as const;
/** What somebody who is invited from there becomes, unless it is said otherwise. */
const USUAL = { staff: [], pilgrims: ["pilgrim"] } as const;

/** What the pages of the staff and of the pilgrims share: who may look, the list, and what is done above it. */
export async function openPeople(slug: string, place: keyof typeof WORKS_HERE, query: StaffQuery) {
  const home = `/a/${slug}/office/${place}`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeUsers(call.actor)) notFound();
  const { trail: _, cursor, ...words } = query;
  const narrowing = { ...words, staff: WORKS_HERE[place] };
  const acts = staffActs(slug);
  const may = !call.readOnly && mayInvite(call.actor);
  const [agency, invited, page, branches] = await Promise.all([
    read(readAgency(call, {})),
    may ? read(listInvitations(call, { state: "open", staff: WORKS_HERE[place], limit: 100 })) : null,
    read(listUsers(call, { ...narrowing, cursor, limit: 25 })),
    read(listBranches(call, {})),
  ]);
  const own = { branches: branches.data, givable: givableRoles(call.actor) };
  const rights = { mayExport: mayExportUsers(call.actor), mayInvite: may };
  const actions = [
    <KeptViews key="views" {...{ call, home, query, place }} agency={slug} />,
    <StaffTools
      key="tools"
      query={narrowing}
      usual={USUAL[place]}
      language={asLocale(agency.locale)}
      {...{ acts, ...own, ...rights }}
    />,
  ];
  const list = { home, query, page, zone: agency.timeZone, ...own, acts: may ? acts.people : null };
  const shown = invited !== null && (place === "staff" || invited.data.length > 0);
  const waiting = shown ? (
    <InvitationsCard invitations={invited.data} zone={agency.timeZone} revoke={acts.revoke} />
  ) : null;
  return { call, acts, actions, list, waiting };
}
