import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BadgeSheet } from "@/components/travel/badge-sheet";
import { type Raw, readPaper } from "../paper";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<Raw> };

export const generateMetadata = titled("travel.badge.title");

/** Badges for everybody on a frozen manifest. */
export default async function BadgesPage(props: Props) {
  const [{ call, manifest, home }, ar] = await Promise.all([
    readPaper(props, "badges"),
    getTranslations({ locale: "ar", namespace: "travel.badge" }),
  ]);
  const arabic = { lost: ar("lost"), leader: ar("leader"), makkah: ar("makkah"), madinah: ar("madinah") };
  return <BadgeSheet {...{ manifest, arabic }} back={home} now={call.now} />;
}
