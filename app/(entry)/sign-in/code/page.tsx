import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeSignIn } from "@/components/entry/code-sign-in";
import { agencyOf, destination } from "@/components/entry/next-path";
import { ForgetKept } from "@/components/offline/keeper";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { isIn, visitorCall } from "@/server/doors/visitor";
import { sendCode } from "./actions";

type Query = Record<string, string | undefined>;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("entry.code"))("title"),
});

export default async function SignInByCodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, code } = await searchParams;
  const call = await visitorCall("page");
  if (isIn(call)) redirect(destination(next, code));
  const t = await getTranslations("entry.code");
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...(code ? { code } : {}) });
  const footer = (
    <Link href={`/sign-in?${query}`} className="font-semibold text-primary-ink underline">
      {t("password")}
    </Link>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={call.now} footer={footer}>
      <ForgetKept />
      <Speak namespaces={["entry"]}>
        <CodeSignIn send={sendCode} to={destination(next, code)} agency={agencyOf(next)} />
      </Speak>
    </EntryShell>
  );
}
