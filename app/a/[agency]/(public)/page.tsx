import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Evidence } from "@/components/public/evidence";
import { OfferFilter, readOfferQuery } from "@/components/public/offer-filter";
import { Offers } from "@/components/public/offers";
import { Speak } from "@/components/shell/speak";
import { AgencyDoor } from "@/components/site/agency-door";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/button";
import { listPublicBranches, readPublicAgency } from "@/lib/agencies/queries/public";
import { formatTime } from "@/lib/i18n/formats";
import { listForSaleNow } from "@/lib/packages/queries/public";
import { frontDoorCall } from "@/server/doors/frame";
import { isIn } from "@/server/doors/visitor";

type Raw = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ agency: string }>; searchParams: Promise<Raw> };

async function open({ params }: Pick<Props, "params">) {
  const { agency: slug } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return notFound();
  return { call, agency: await readPublicAgency(call, {}) };
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: { absolute: (await open(props)).agency.name },
});

/** An agency's public page: what is for sale with its seats, what one can check, and the ways in. */
export default async function AgencyPage(props: Props) {
  const { call, agency } = await open(props);
  const query = readOfferQuery(await props.searchParams);
  const [list, branches] = await Promise.all([listForSaleNow(call, query), listPublicBranches(call, {})]);
  const [t, join, locale] = [
    await getTranslations("packages.public"),
    await getTranslations("join.agency"),
    await getLocale(),
  ];
  const home = `/a/${agency.slug}`;
  const belongs = isIn(call) && call.actor.roles.length > 0;
  const nav = (
    <LinkButton href={belongs ? "/choose" : "/sign-in"} kind="ghost" size="lg" className={ON_SKY}>
      {join(belongs ? "open" : "signIn")}
    </LinkButton>
  );
  const readAt = t("readAt", { time: formatTime(locale, list.readAt, { zone: agency.timeZone }) });
  const address = branches.data.find((one) => one.address)?.address ?? null;
  return (
    <div data-density="cosy" className="flex min-h-dvh flex-col">
      <PublicHero
        name={agency.name}
        home={home}
        isAgency
        title={agency.name}
        lead={t("lead")}
        now={call.now}
        nav={nav}
      />
      <main
        id="content"
        tabIndex={-1}
        className="relative mx-auto -mt-14 flex w-full max-w-5xl flex-1 flex-col gap-6 px-5 pb-6 md:px-8"
      >
        <OfferFilter home={home} query={query} list={list} />
        <Offers
          slug={agency.slug}
          list={list}
          readAt={readAt}
          now={call.now}
          isNarrowed={Object.keys(query).length > 0}
        />
        <Evidence agency={agency} address={address} />
        <Speak namespaces={["join"]}>
          <AgencyDoor agency={agency} now={call.now} />
        </Speak>
      </main>
      <PublicFoot />
    </div>
  );
}
