import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskBar } from "@/components/public/ask-bar";
import { Evidence } from "@/components/public/evidence";
import { OfferFilter, readOfferQuery } from "@/components/public/offer-filter";
import { Offers } from "@/components/public/offers";
import { PublicFrame } from "@/components/public/public-frame";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { AgencyDoor } from "@/components/site/agency-door";
import { listPublicBranches, readPublicAgency } from "@/lib/agencies/queries/public";
import { listForSaleNow } from "@/lib/packages/queries/public";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";
import { isIn } from "@/server/doors/visitor";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

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
  const raw = await props.searchParams;
  const [query, place] = [readOfferQuery(raw), readListQuery(raw, {})];
  const sale = listForSaleNow(call, { ...query, cursor: place.cursor, limit: 24 });
  const [list, branches] = await Promise.all([read(sale), listPublicBranches(call, {})]);
  const t = await getTranslations("packages.public");
  const belongs = isIn(call) && call.actor.roles.length > 0;
  const { name, slug, licenceNumber: licence, hotline } = agency;
  const address = branches.data.find((one) => one.address)?.address ?? null;
  return (
    <PublicFrame
      {...{ agency, belongs }}
      paused={call.readOnly}
      title={t("headline")}
      lead={licence ? t("leadLicensed", { name, licence }) : t("lead", { name })}
      now={call.now}
      className="flex max-w-6xl flex-col gap-7 px-5 md:px-8"
      bottom={<AskBar {...{ hotline, slug, list, query }} />}
    >
      <OfferFilter home={`/a/${slug}`} query={query} list={list} />
      <Offers {...{ agency, list, query, place }} now={call.now} />
      <Evidence agency={agency} address={address} next={list.data[0]} />
      <Speak namespaces={["join"]}>
        <AgencyDoor agency={agency} now={call.now} />
      </Speak>
    </PublicFrame>
  );
}
