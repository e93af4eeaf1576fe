import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgencyList } from "@/components/entry/agency-list";
import { JoinForm } from "@/components/entry/join-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { listApplications } from "@/lib/agencies/queries/agency";
import { homeOf } from "@/lib/identity/policy";
import { readProfile } from "@/lib/identity/queries";
import { isIn, visitorCall } from "@/server/doors/visitor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.choose"))("title"),
});

/** The start of whoever is in: the surface of their one agency or of the one they came from, a choice of several, or where
 * nobody has a place yet the platform for who runs it, the answer for who asked to open an agency, and for all others the
 * way into a first group. */
export default async function ChoosePage({ searchParams }: { searchParams: Promise<{ agency?: string }> }) {
  const { agency: slug } = await searchParams;
  const call = await visitorCall("page");
  if (!isIn(call)) redirect("/sign-in");
  const { memberships } = await readProfile(call, {});
  const [first, second] = memberships;
  const here = memberships.find(({ agency }) => agency.slug === slug) ?? (second ? undefined : first);
  if (here) redirect(homeOf(here));
  if (!first && call.actor.superAdmin) redirect("/admin");
  if (!first && (await listApplications(call, {})).length > 0) redirect("/register-agency");
  const t = await getTranslations("entry");
  const words = first ? "choose" : "nowhere";
  const footer = (
    <Link href="/account" className="font-semibold text-primary-ink underline">
      {(await getTranslations("account"))("title")}
    </Link>
  );
  return (
    <EntryShell title={t(`${words}.title`)} text={t(`${words}.text`)} now={call.now} footer={footer}>
      <Speak namespaces={["entry"]}>{first ? <AgencyList memberships={memberships} /> : <JoinForm />}</Speak>
    </EntryShell>
  );
}
