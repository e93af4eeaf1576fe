import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AboutCard } from "@/components/settings/about-card";
import { BrandCard } from "@/components/settings/brand-card";
import { PoliciesCard } from "@/components/settings/policies-card";
import { StandingCard } from "@/components/settings/standing-card";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { LinkButton } from "@/components/ui/link-button";
import { mayChangeAgency, maySeeOwn } from "@/lib/agencies/policy";
import { listAccesses, readAgency } from "@/lib/agencies/queries/agency";
import { pageCall, read } from "@/server/doors/page";
import { removeLogo, update } from "./actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("agency.settings"))("title"),
});

/** Everything the agency decides for itself. */
export default async function SettingsPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/settings`;
  const call = await pageCall(slug, "office", home);
  if (!maySeeOwn(call.actor)) notFound();
  const [agency, accesses, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listAccesses(call, {})),
    getTranslations("agency.settings"),
  ]);
  const mayChange = !call.readOnly && mayChangeAgency(call.actor);
  const save = mayChange ? update.bind(null, slug) : undefined;
  return (
    <Speak namespaces={["agency"]}>
      <PageHeader
        title={t("title")}
        meta={mayChangeAgency(call.actor) ? undefined : t("readOnly")}
        actions={[
          <LinkButton key="payments" href={`${home}/payments`}>
            {t("payments")}
          </LinkButton>,
          <LinkButton key="map" href={`${home}/map`}>
            {t("map")}
          </LinkButton>,
        ]}
      />
      <div className="grid max-w-6xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <AboutCard agency={agency} save={save} />
          <BrandCard agency={agency} save={save} dropLogo={mayChange ? removeLogo.bind(null, slug) : undefined} />
          {agency.own ? <PoliciesCard policies={agency.own.policies} save={save} /> : null}
        </div>
        <StandingCard agency={agency} accesses={accesses.data} />
      </div>
    </Speak>
  );
}
