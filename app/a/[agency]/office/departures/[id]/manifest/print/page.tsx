import { titled } from "@/app/titled";
import { ManifestSheet } from "@/components/travel/manifest-sheet";
import { readProfile } from "@/lib/identity/queries";
import { read } from "@/server/doors/page";
import { type Raw, readPaper } from "../paper";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<Raw> };

export const generateMetadata = titled("travel.manifest.title");

/** A frozen manifest on paper, landscape. */
export default async function ManifestPrintPage(props: Props) {
  const { call, manifest, home } = await readPaper(props, "print");
  const me = await read(readProfile(call, {}));
  return <ManifestSheet manifest={manifest} back={home} printedBy={me.name} now={call.now} />;
}
