import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Speak } from "@/components/shell/speak";
import { AgencyDoor } from "@/components/site/agency-door";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/button";
import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { frontDoorCall } from "@/server/doors/frame";
import { isIn } from "@/server/doors/visitor";

type Props = { params: Promise<{ agency: string }> };

async function open({ params }: Props) {
  const { agency: slug } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return notFound();
  return { call, agency: await readAgencyCard(call, {}) };
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: { absolute: (await open(props)).agency.name },
});

/** An agency's public page: whose it is, how to reach it, and the ways in. */
export default async function AgencyPage(props: Props) {
  const { call, agency } = await open(props);
  const t = await getTranslations("join.agency");
  const home = `/a/${agency.slug}`;
  const belongs = isIn(call) && call.actor.roles.length > 0;
  const nav = (
    <LinkButton href={belongs ? "/choose" : "/sign-in"} kind="ghost" size="lg" className={ON_SKY}>
      {t(belongs ? "open" : "signIn")}
    </LinkButton>
  );
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
      <main id="content" tabIndex={-1} className="mx-auto -mt-14 w-full max-w-5xl flex-1 px-5 pb-6 md:px-8">
        <Speak namespaces={["join"]}>
          <AgencyDoor agency={agency} now={call.now} />
        </Speak>
      </main>
      <PublicFoot />
    </div>
  );
}
