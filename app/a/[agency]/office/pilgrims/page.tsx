import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { StaffList } from "@/components/staff/staff-list";
import { readPilgrimsQuery } from "@/components/staff/staff-query";
import { StaffTools } from "@/components/staff/staff-tools";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { asLocale } from "@/lib/i18n/locales";
import { givableRoles, mayExportUsers, mayInvite, maySeeUsers } from "@/lib/users/policy";
import { listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { staffActs } from "../staff/staff-acts";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shell.nav.pilgrims");

/** Who travels with the agency and does not work here, with the way to their bookings. */
export default async function PilgrimsPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/pilgrims`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeUsers(call.actor)) notFound();
  const query = readPilgrimsQuery(await searchParams);
  const { trail: _, cursor, ...words } = query;
  const narrowing = { ...words, staff: "no" as const };
  const acts = staffActs(slug);
  const may = !call.readOnly && mayInvite(call.actor);
  const [agency, page, branches, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listUsers(call, { ...narrowing, cursor, limit: 25 })),
    read(listBranches(call, {})),
    getTranslations("shell.nav"),
  ]);
  const own = { branches: branches.data, givable: givableRoles(call.actor), language: asLocale(agency.locale) };
  const views = <KeptViews key="views" {...{ call, home, query }} agency={slug} place="pilgrims" />;
  const rights = { mayExport: mayExportUsers(call.actor), mayInvite: may };
  const tools = <StaffTools key="tools" query={narrowing} {...{ acts, ...own, ...rights }} />;
  return (
    <Speak namespaces={["agency", "entry"]}>
      <PageHeader title={t("pilgrims")} actions={[views, tools]} />
      <StaffList {...{ home, query, page, ...own }} isPilgrims acts={may ? acts.people : null} />
    </Speak>
  );
}
