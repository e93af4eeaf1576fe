import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { agencyOf, destination, safeNext } from "@/components/entry/next-path";
import { SignUpForm } from "@/components/entry/sign-up-form";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { readDialCountry } from "@/server/doors/sign-up";
import { isIn, visitorCall } from "@/server/doors/visitor";
import { signUp } from "./actions";

type Query = Record<string, string | undefined>;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.signUp"))("title"),
});

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, code } = await searchParams;
  const call = await visitorCall("page");
  if (isIn(call)) redirect(destination(next, code));
  const t = await getTranslations("entry.signUp");
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...(code ? { code } : {}) });
  const footer = (
    <p>
      {t("other")}{" "}
      <Link href={`/sign-in?${query}`} className="font-semibold text-primary-ink underline">
        {t("signIn")}
      </Link>
    </p>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={call.now} footer={footer}>
      <ForgetKept />
      <Speak namespaces={["entry"]}>
        <SignUpForm
          register={signUp}
          country={await readDialCountry(call, agencyOf(next))}
          code={code}
          next={safeNext(next)}
        />
      </Speak>
    </EntryShell>
  );
}
