import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { agencyOf, destination } from "@/components/entry/next-path";
import { SignInForm } from "@/components/entry/sign-in-form";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { handOverFrom } from "@/server/doors/hand-over";
import { isIn, visitorCall } from "@/server/doors/visitor";

type Query = Record<string, string | undefined>;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.signIn"))("title"),
});

const REASONS = ["replaced", "expired", "ended"] as const;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, code, reason, error } = await searchParams;
  const call = await visitorCall("page");
  if (isIn(call)) redirect(destination(next, code));
  const t = await getTranslations("entry");
  const why = REASONS.find((one) => one === reason);
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...(code ? { code } : {}) });
  const elsewhere = await handOverFrom(destination(next, code));
  const footer = (
    <p>
      {t("signIn.other")}{" "}
      <Link href={`/sign-up?${query}`} className="font-semibold text-primary-ink underline">
        {t("signIn.register")}
      </Link>
    </p>
  );
  return (
    <EntryShell title={t("signIn.title")} text={t("signIn.text")} now={call.now} footer={footer}>
      <ForgetKept />
      {why ? <Banner kind={why === "replaced" ? "warn" : "info"}>{t(`reason.${why}`)}</Banner> : null}
      {error && !why ? <Banner kind="bad">{(await getTranslations("errors"))("credentials_wrong")}</Banner> : null}
      <Speak namespaces={["entry"]}>
        <SignInForm to={destination(next, code)} agency={agencyOf(next)} forgot={`/forgot-password?${query}`} />
      </Speak>
      <LinkButton href={`/sign-in/code?${query}`} size="lg" wide>
        {t("signIn.byCode")}
      </LinkButton>
      {elsewhere ? (
        <LinkButton href={elsewhere} size="lg" wide>
          {t("signIn.handOver")}
        </LinkButton>
      ) : null}
    </EntryShell>
  );
}
