import { getTranslations } from "next-intl/server";
import { PointList } from "@/components/site/point-list";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { isIn, visitorCall } from "@/server/doors/visitor";

/** The platform's own page: what it is for, and the two ways in. */
export default async function HomePage() {
  const call = await visitorCall("page");
  const [t, own, register] = await Promise.all([
    getTranslations("site"),
    getTranslations("join.home"),
    getTranslations("platform.register"),
  ]);
  const way = isIn(call) ? { href: "/choose", label: own("open") } : { href: "/sign-in", label: t("signIn") };
  const nav = (
    <LinkButton href={way.href} kind="ghost" size="lg" className={ON_SKY}>
      {way.label}
    </LinkButton>
  );
  return (
    <div data-density="cosy" className="flex min-h-dvh flex-col">
      <PublicHero name="Qafila" home="/" title={t("headline")} lead={t("lead")} now={call.now} nav={nav}>
        <div className="mt-7 flex flex-wrap gap-3">
          <LinkButton href="/join" kind="lamp" size="lg">
            {t("join")}
          </LinkButton>
        </div>
      </PublicHero>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-5 py-10 md:px-8">
        <PointList />
      </main>
      <p className="mx-auto w-full max-w-6xl px-5 pb-4 text-md md:px-8">
        {register("landing")}{" "}
        <Link href="/register-agency" className="font-semibold text-primary-ink underline">
          {register("title")}
        </Link>
      </p>
      <PublicFoot />
    </div>
  );
}
