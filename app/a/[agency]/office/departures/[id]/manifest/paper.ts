import { notFound } from "next/navigation";
import { isFault } from "@/lib/kernel/fault";
import { readManifest } from "@/lib/travel/commands/manifest";
import { pageCall, read } from "@/server/doors/page";

export type Raw = Record<string, string | string[] | undefined>;
type Asked = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<Raw> };

/** The frozen manifest a paper is made of, the newest unless a version is asked for. What was never frozen has no paper. */
export async function readPaper({ params, searchParams }: Asked, paper: "print" | "badges") {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures/${id}/manifest`;
  const call = await pageCall(slug, "office", `${home}/${paper}`);
  const asked = Number((await searchParams).version);
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const manifest = await read(readManifest(call, { id, version })).catch((error: unknown) => {
    if (isFault(error) && error.kind === "conflict") return notFound();
    throw error;
  });
  return { call, manifest, home };
}
