import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { branchSorts } from "@/components/settings/branch-sorts";
import { BranchesTable } from "@/components/settings/branches-table";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { mayChangeStaff, mayOpenBranch } from "@/lib/agencies/policy";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { byName } from "@/lib/i18n/order";
import { maySeeUsers } from "@/lib/users/policy";
import { listUsers } from "@/lib/users/queries";
import { pageCall, read } from "@/server/doors/page";
import { readAll } from "@/server/doors/read-all";
import { close, update } from "./actions";
import { ListTools } from "./list-tools";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("agency.branches.title");

/** The agency's offices and pick-up cities. */
export default async function BranchesPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/branches`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeUsers(call.actor)) notFound();
  const query = readListQuery(await searchParams, { q: "text", sort: ["name", "city"] });
  const [agency, branches, staff, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listBranches(call, {})),
    readAll((page) => read(listUsers(call, { ...page, staff: "yes", status: "active" }))),
    getTranslations("agency.branches"),
  ]);
  const people = staff.map(({ id, name }) => ({ id, name }));
  const mayOpen = !call.readOnly && mayOpenBranch(call.actor);
  const words = query.q?.toLowerCase() ?? "";
  const shown = branches.data.filter(({ name, city }) => `${name} ${city}`.toLowerCase().includes(words));
  const by = query.sort === "city" ? "city" : "name";
  shown.sort((a, b) => byName(call.locale)(a[by], b[by]));
  const tools = { call, home, query, agency: slug, zone: agency.timeZone, people };
  return (
    <Speak namespaces={["agency"]}>
      <PageHeader title={t("title")} actions={<ListTools branches={shown} {...tools} />} />
      <ListFilter home={home} query={query} search={t("search")} choices={[branchSorts(t)]} />
      <BranchesTable
        branches={shown}
        people={people}
        mine={mayOpen ? null : call.actor.branchId}
        update={!call.readOnly && mayChangeStaff(call.actor) ? update.bind(null, slug) : undefined}
        close={mayOpen ? close.bind(null, slug) : undefined}
      />
    </Speak>
  );
}
