import { titled } from "@/app/titled";
import { ManifestSheet } from "@/components/travel/manifest-sheet";
import { readAgency } from "@/lib/agencies/queries/agency";
import { readProfile } from "@/lib/identity/queries";
import { read } from "@/server/doors/page";
import { type Raw, readPaper } from "../paper";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<Raw> };

export const generateMetadata = titled("travel.manifest.title");

/** A frozen manifest on paper, landscape. */
export default async function ManifestPrintPage(props: Props) {
  const { call, manifest, home } = await readPaper(props, "print");
  const [me, agency] = await Promise.all([read(readProfile(call, {})), read(readAgency(call, {}))]);
  return <ManifestSheet agency={agency} manifest={manifest} back={home} printedBy={me.name} now={call.now} />;
}
