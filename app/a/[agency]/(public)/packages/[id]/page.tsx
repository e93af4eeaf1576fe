import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { photoHref } from "@/components/public/departure-card";
import { DepartureOffer } from "@/components/public/departure-offer";
import { PackageFacts } from "@/components/public/package-facts";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/button";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { readPublicPackage } from "@/lib/packages/queries/public";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string; id: string }> };

/** One package: what it holds, what it costs, and its dates with what is left. */
export default async function PackagePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return notFound();
  const [agency, offer, t] = await Promise.all([
    readPublicAgency(call, {}),
    read(readPublicPackage(call, { id })),
    getTranslations("packages"),
  ]);
  const home = `/a/${agency.slug}`;
  const nav = (
    <LinkButton href={home} kind="ghost" size="lg" className={ON_SKY}>
      {t("public.packages")}
    </LinkButton>
  );
  const lead = `${t(`category.${offer.category}`)} · ${t("public.days", { count: offer.days })}`;
  return (
    <div data-density="cosy" className="flex min-h-dvh flex-col">
      <PublicHero name={agency.name} home={home} isAgency title={offer.name} lead={lead} now={call.now} nav={nav} />
      <main
        id="content"
        tabIndex={-1}
        className="relative mx-auto -mt-14 grid w-full max-w-5xl flex-1 items-start gap-6 px-5 pb-6 md:grid-cols-[minmax(0,1fr)_22rem] md:px-8"
      >
        <section aria-label={t("departures.title")} className="flex flex-col gap-5 md:order-2">
          {offer.departures.map((departure) => (
            <DepartureOffer key={departure.id} departure={departure} slug={agency.slug} />
          ))}
          {offer.departures.length === 0 ? <p className="card p-4 text-md">{t("departures.none")}</p> : null}
        </section>
        <div className="flex min-w-0 flex-col gap-5">
          {offer.photos.map(({ id: photoId, width, height }) => (
            <img
              key={photoId}
              src={photoHref(agency.slug, id, photoId)}
              alt=""
              {...{ width, height }}
              loading="lazy"
              className="card h-auto w-full"
            />
          ))}
          <PackageFacts offer={offer} />
        </div>
      </main>
      <PublicFoot />
    </div>
  );
}
