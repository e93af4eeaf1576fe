import type { Metadata } from "next";
import { OfflineKeeper } from "@/components/offline/keeper";
import { frameCall } from "@/server/doors/frame";

type Surface = "office" | "lead" | "my";
type KeepOfflineProps = {
  agency: string;
  surface: Surface /** Pages below the surface, such as "/help". */;
  pages: readonly string[];
};

/** Keeps a surface's pages on the reader's device; the office's desks are shared, so nothing of it stays. */
export async function KeepOffline({ agency, surface, pages }: KeepOfflineProps) {
  const call = await frameCall(agency);
  if (!call) return null;
  const who = { user: call.actor.userId, agency, locale: call.locale };
  return <OfflineKeeper who={who} urls={pages.map((page) => `/a/${agency}/${surface}${page}`)} />;
}

/** What makes a surface installable. */
export const installable =
  (surface: Surface) =>
  async ({ params }: { params: Promise<{ agency: string }> }): Promise<Metadata> => ({
    manifest: `/a/${(await params).agency}/manifest.webmanifest?surface=${surface}`,
    icons: { apple: "/icons/apple-180.png" },
    appleWebApp: { capable: true, title: "Qafila" },
  });
