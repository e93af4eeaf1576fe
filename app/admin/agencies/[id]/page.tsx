import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyActs } from "@/components/platform/agency-acts";
import { AgencyFacts, Looks } from "@/components/platform/agency-facts";
import { AgencyMeta, Checks, OwnerCard } from "@/components/platform/application";
import { DecideDesk } from "@/components/platform/decide-desk";
import { PageHeader } from "@/components/shell/headers";
import { LinkButton } from "@/components/ui/link-button";
import { readAgencyFile } from "@/lib/agencies/queries/platform";
import { readHouse } from "@/server/doors/house";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { approve, ask, changeTrial, clear, endLook, look, reactivate, reject, suspend } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("agencies"),
});

export default async function AgencyFilePage({ params }: Props) {
  const { id } = await params;
  const call = await platformCall(`/admin/agencies/${id}`);
  const [file, t] = await Promise.all([read(readAgencyFile(call, { id })), getTranslations("platform")]);
  const looking = file.accesses.some(({ endedAt, expiresAt }) => endedAt === null && expiresAt > call.now);
  const log = <LinkButton href={`/admin/audit?agency=${id}`}>{t("acts.log")}</LinkButton>;
  const { host } = new URL(readHouse().publicUrl);
  const own = { id, name: file.name };
  return (
    <>
      <PageHeader
        title={<bdi>{file.name}</bdi>}
        back={{ href: "/admin/agencies", label: t("nav.agencies") }}
        meta={<AgencyMeta file={file} host={host} />}
        actions={log}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <AgencyFacts file={file} />
          {file.status === "pending" ? <Checks file={file} /> : null}
          {file.status === "pending" ? (
            <DecideDesk {...own} now={call.now.getTime()} {...{ approve, reject, ask }} />
          ) : null}
          <Looks file={file} now={call.now} />
        </div>
        <div className="flex flex-col gap-5">
          <OwnerCard file={file} />
          <AgencyActs
            {...own}
            {...{ slug: file.slug, status: file.status, looking, suspend, reactivate, look, endLook, clear }}
            setTrial={changeTrial}
          />
        </div>
      </div>
    </>
  );
}
