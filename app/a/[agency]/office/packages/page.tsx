import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PackageCard } from "@/components/packages/package-card";
import { PageHeader } from "@/components/shell/headers";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { mayCreatePackage } from "@/lib/packages/policy";
import { listPackages } from "@/lib/packages/queries/packages";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("packages"))("title"),
});

/** What the agency sells. */
export default async function PackagesPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/packages`;
  const call = await pageCall(agency, "office", home);
  const [page, t] = [await read(listPackages(call, { limit: 100 })), await getTranslations("packages")];
  const sells = !call.readOnly && mayCreatePackage(call.actor, { branchId: call.actor.branchId });
  const act = sells ? (
    <LinkButton href={`${home}/new`} kind="primary">
      {t("new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} actions={act} />
      {page.data.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} action={act} /> : null}
      <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        {page.data.map((one, i) => (
          <li key={one.id}>
            <PackageCard slug={agency} saved={one} href={`${home}/${one.id}`} now={call.now} seed={i} />
          </li>
        ))}
      </ul>
    </>
  );
}
