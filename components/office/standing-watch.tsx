"use client";

import { useRouter } from "next/navigation";
import { LiveAgency, useLive } from "@/components/live/use-live";
import { fromPage } from "@/components/offline/who";
import type { Agency } from "@/lib/agencies/contract/agency";

type Standing = Pick<Agency, "status"> & { said: string | null };
type StandingWatchProps = Standing & { slug: string };

/** Reads the page again once the platform has spoken: its word is told to the owner's bell. Who was turned away keeps what
 * they look at; every page they open next leads to where they ask again. */
export const StandingWatch = (props: StandingWatchProps) => (
  <LiveAgency value={props.slug}>
    <Watch {...props} />
  </LiveAgency>
);

function Watch({ slug, status, said }: StandingWatchProps) {
  const router = useRouter();
  const look = async () => {
    const answer = await fetch("/api/v1/agency", { headers: fromPage(slug) }).catch(() => null);
    if (!answer?.ok) return;
    const now = (await answer.json()) as Agency;
    if (now.status === "rejected") return;
    if (now.status !== status || (now.own?.decisionReason ?? null) !== said) router.refresh();
  };
  useLive("notification:new", () => void look());
  return null;
}
