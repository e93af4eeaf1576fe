import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterAgencyForm } from "@/components/platform/register-agency-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Speak } from "@/components/shell/speak";
import { Link } from "@/components/ui/link";
import { listApplications } from "@/lib/agencies/queries/agency";
import { readProfile } from "@/lib/identity/queries";
import { readHouse } from "@/server/doors/house";
import { isIn, visitorCall } from "@/server/doors/visitor";
import { registerAgency } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.register"))("title"),
});

/** Where an agency asks to be let in, or asks again. */
export default async function RegisterAgencyPage() {
  const call = await visitorCall("page");
  const t = await getTranslations("platform.register");
  const [me, mine] = isIn(call) ? await Promise.all([readProfile(call, {}), listApplications(call, {})]) : [null, []];
  const footer = me ? null : (
    <p>
      {t("have")}{" "}
      <Link href="/sign-in?next=/register-agency" className="font-semibold text-primary-ink underline">
        {t("signIn")}
      </Link>
    </p>
  );
  return (
    <EntryShell title={t("title")} text={t("text")} now={call.now} footer={footer}>
      <Speak namespaces={["platform", "entry"]}>
        <RegisterAgencyForm
          me={me?.name ?? null}
          mine={mine}
          host={new URL(readHouse().publicUrl).host}
          register={registerAgency}
        />
      </Speak>
    </EntryShell>
  );
}
