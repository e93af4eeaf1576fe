import { titled } from "@/app/titled";
import { BadgeSheet, type StrangerWords } from "@/components/travel/badge-sheet";
import { translate } from "@/lib/i18n/translate";
import { type Raw, readPaper } from "../paper";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<Raw> };

export const generateMetadata = titled("travel.badge.title");

/** Badges for everybody on a frozen manifest. */
export default async function BadgesPage(props: Props) {
  const { call, manifest, home } = await readPaper(props, "badges");
  const ar = (key: keyof StrangerWords) => translate("ar", `travel.badge.${key}`);
  const arabic = { lost: ar("lost"), leader: ar("leader"), makkah: ar("makkah"), madinah: ar("madinah") };
  return <BadgeSheet {...{ manifest, arabic }} back={home} now={call.now} />;
}
