import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DepartureForm } from "@/components/packages/departure-form";
import { DeparturesTable } from "@/components/packages/departures-table";
import { PackageForm } from "@/components/packages/package-form";
import { PhotoWall } from "@/components/packages/photo-wall";
import { PublishAct } from "@/components/packages/publish-act";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { Card } from "@/components/ui/card";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listDeparturesOf } from "@/lib/packages/queries/departures";
import { readPackage } from "@/lib/packages/queries/packages";
import { pageCall, read } from "@/server/doors/page";
import { addDeparture, dropPhoto, update } from "../actions";
import { saveOf } from "../save";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("packages.title");

/** One package: what is sold with it, and its departures. */
export default async function PackagePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/packages`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const saved = await read(readPackage(call, { id }));
  const [agency, page] = [await read(readAgency(call, {})), await read(listDeparturesOf(call, { id, limit: 100 }))];
  const t = await getTranslations("packages");
  const mayChange = saved.mayChange && !call.readOnly;
  return (
    <Speak namespaces={["packages"]}>
      <PageHeader
        title={<bdi>{saved.name}</bdi>}
        back={{ href: home, label: t("title") }}
        actions={mayChange ? <PublishAct saved={saved} update={update.bind(null, slug)} /> : null}
      />
      <div className="flex flex-col gap-5">
        <DeparturesTable
          departures={page.data}
          home={`/a/${slug}/office/departures`}
          empty={<p className="p-4 text-ink-2">{t("departures.none")}</p>}
        />
        {mayChange ? (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <PackageForm saved={saved} currency={saved.currency} home={home} save={saveOf.bind(null, slug, id)} />
            <div className="flex flex-col gap-5">
              <Card title={t("departures.new")}>
                <DepartureForm packageId={id} timeZone={agency.timeZone} create={addDeparture.bind(null, slug)} />
              </Card>
              <PhotoWall slug={slug} saved={saved} remove={dropPhoto.bind(null, slug)} />
            </div>
          </div>
        ) : null}
      </div>
    </Speak>
  );
}
