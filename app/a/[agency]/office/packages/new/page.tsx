import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PackageForm } from "@/components/packages/package-form";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { mayCreatePackage } from "@/lib/packages/policy";
import { readTerms } from "@/lib/packages/queries/packages";
import { pageCall, read } from "@/server/doors/page";
import { create } from "../actions";
import { branchChoice } from "../branches";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("packages.new");

export default async function NewPackagePage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/packages`;
  const call = await pageCall(slug, "office", `${home}/new`);
  if (call.readOnly || !mayCreatePackage(call.actor, { branchId: call.actor.branchId })) return notFound();
  const [terms, branches] = [await read(readTerms(call, {})), await branchChoice(call)];
  const t = await getTranslations("packages");
  return (
    <>
      <PageHeader title={t("new")} back={{ href: home, label: t("title") }} />
      <Speak namespaces={["packages"]}>
        <PackageForm
          {...{ branches, home }}
          currency={terms.currency}
          tiers={terms.cancellationTiers}
          save={create.bind(null, slug)}
        />
      </Speak>
    </>
  );
}
