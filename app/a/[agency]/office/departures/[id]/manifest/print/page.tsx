import { notFound } from "next/navigation";
import { titled } from "@/app/titled";
import { ManifestSheet } from "@/components/travel/manifest-sheet";
import { readProfile } from "@/lib/identity/queries";
import { isFault } from "@/lib/kernel/fault";
import { readManifest } from "@/lib/travel/commands/manifest";
import { pageCall, read } from "@/server/doors/page";

type Props = {
  params: Promise<{ agency: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("travel.manifest.title");

/** A frozen manifest on paper, landscape. What was never frozen has no paper. */
export default async function ManifestPrintPage({ params, searchParams }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures/${id}/manifest`;
  const call = await pageCall(slug, "office", `${home}/print`);
  const asked = Number((await searchParams).version);
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const manifest = await read(readManifest(call, { id, version })).catch((error: unknown) => {
    if (isFault(error) && error.kind === "conflict") return notFound();
    throw error;
  });
  const me = await read(readProfile(call, {}));
  return <ManifestSheet manifest={manifest} back={home} printedBy={me.name} now={call.now} />;
}
