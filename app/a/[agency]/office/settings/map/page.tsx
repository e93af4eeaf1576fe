import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BaseMapNow } from "@/components/office/base-map-now";
import { PackImport } from "@/components/office/pack-import";
import { PackNow } from "@/components/office/pack-now";
import { PageHeader } from "@/components/shell/headers";
import { may } from "@/lib/kernel/permission";
import { mayChangeMap } from "@/lib/tracking/policy";
import { readMapPackInfo } from "@/lib/tracking/queries";
import { readHouse } from "@/server/doors/house";
import { pageCall, read } from "@/server/doors/page";
import { dropPack } from "../../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("office.pack"))("title"),
});

export default async function MapSettingsPage({ params }: Props) {
  const { agency } = await params;
  const call = await pageCall(agency, "office", `/a/${agency}/office/settings/map`);
  if (!may(call.actor, "see", "agency")) notFound();
  const mayChange = !call.readOnly && mayChangeMap(call.actor);
  const [pack, t] = await Promise.all([read(readMapPackInfo(call, {})), getTranslations("office.pack")]);
  const { tiles } = readHouse();
  return (
    <>
      <PageHeader title={t("title")} meta={t("meta")} back={{ href: `/a/${agency}/office/settings`, to: "settings" }} />
      <div className="grid max-w-5xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {pack ? (
            <PackNow
              key={pack.id}
              {...{ agency, pack, tiles }}
              remove={mayChange ? dropPack.bind(null, agency) : undefined}
            />
          ) : null}
          {mayChange ? <PackImport agency={agency} tiles={tiles} replaces={pack !== null} /> : null}
        </div>
        <BaseMapNow tiles={tiles} hasPack={pack !== null} mayChange={mayChangeMap(call.actor)} />
      </div>
    </>
  );
}
