import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartureOffer } from "@/components/public/departure-offer";
import { PackageFacts } from "@/components/public/package-facts";
import { PackagePhoto } from "@/components/public/package-photo";
import { PublicFrame } from "@/components/public/public-frame";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { readPublicPackage } from "@/lib/packages/queries/public";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<RawQuery> };

async function open({ params, searchParams }: Props) {
  const { agency: slug, id } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return notFound();
  const place = readListQuery(await searchParams, {});
  return { call, place, offer: await read(readPublicPackage(call, { id, cursor: place.cursor })) };
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({ title: (await open(props)).offer.name });

/** One package: what it holds, what it costs, and its dates with what is left. */
export default async function PackagePage(props: Props) {
  const { call, place, offer } = await open(props);
  const { id } = offer;
  const [agency, t] = await Promise.all([readPublicAgency(call, {}), getTranslations("packages")]);
  const lead = `${t(`category.${offer.category}`)} · ${t("public.days", { count: offer.days })}`;
  return (
    <PublicFrame
      agency={agency}
      paused={call.readOnly}
      title={offer.name}
      lead={lead}
      now={call.now}
      isLow
      className="grid max-w-6xl items-start gap-6 px-5 md:grid-cols-[minmax(0,1fr)_22rem] md:px-8"
    >
      <section aria-label={t("departures.title")} className="flex flex-col gap-5 md:order-2">
        {offer.departures.map((departure) => (
          <DepartureOffer key={departure.id} departure={departure} slug={agency.slug} sells={!call.readOnly} />
        ))}
        {listPages(`/a/${agency.slug}/packages/${id}`, place, { nextCursor: offer.laterCursor })}
        {offer.departures.length === 0 ? <p className="card p-4 text-md">{t("departures.none")}</p> : null}
      </section>
      <div className="flex min-w-0 flex-col gap-5">
        {offer.photos.map((photo) => (
          <PackagePhoto key={photo.id} slug={agency.slug} packageId={id} photo={photo} className="card h-auto w-full" />
        ))}
        <PackageFacts offer={offer} />
      </div>
    </PublicFrame>
  );
}
