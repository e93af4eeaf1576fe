import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeparturesTable } from "@/components/packages/departures-table";
import { PackageActs } from "@/components/packages/package-acts";
import { PackageStanding } from "@/components/packages/package-badge";
import { PackageDesk } from "@/components/packages/package-desk";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listDeparturesOf } from "@/lib/packages/queries/departures";
import { readPackage } from "@/lib/packages/queries/packages";
import { pageCall, read } from "@/server/doors/page";
import { addDeparture, archive, dropPhoto, update } from "../actions";
import { branchChoice } from "../branches";
import { saveOf } from "../save";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("packages.title");

/** One package: what is sold with it, and its departures. */
export default async function PackagePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const [home, departures] = [`/a/${slug}/office/packages`, `/a/${slug}/office/departures`];
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const saved = await read(readPackage(call, { id }));
  const [agency, page] = [await read(readAgency(call, {})), await read(listDeparturesOf(call, { id, limit: 100 }))];
  const [branches, t] = [await branchChoice(call), await getTranslations("packages")];
  const mayChange = saved.mayChange && !call.readOnly;
  const acts = {
    save: saveOf.bind(null, slug, id),
    addDeparture: addDeparture.bind(null, slug),
    dropPhoto: dropPhoto.bind(null, slug),
  };
  return (
    <Speak namespaces={["packages"]}>
      <PageHeader
        title={<bdi>{saved.name}</bdi>}
        meta={<PackageStanding {...{ slug, saved }} />}
        back={{ href: home, label: t("title") }}
        actions={
          mayChange ? (
            <PackageActs {...{ saved, home }} update={update.bind(null, slug)} archive={archive.bind(null, slug)} />
          ) : null
        }
      />
      <div className="flex flex-col gap-5">
        <DeparturesTable
          isOnePackage
          departures={page.data}
          home={departures}
          empty={<p className="p-4 text-ink-2">{t("departures.none")}</p>}
        />
        {mayChange ? (
          <PackageDesk {...{ slug, saved, home, departures, branches, acts }} timeZone={agency.timeZone} />
        ) : null}
      </div>
    </Speak>
  );
}
