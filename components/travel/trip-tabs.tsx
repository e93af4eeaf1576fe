import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

const TABS = ["overview", "readiness", "rooms", "buses", "manifest", "import"] as const;
export type TripTab = (typeof TABS)[number];

/** The parts of one departure; the paper is for whoever may see passports, the import for whoever sells. */
export function TripTabs({ home, tab, hidden = [] }: { home: string; tab: TripTab; hidden?: readonly TripTab[] }) {
  const t = useTranslations("travel.tabs");
  return (
    <nav aria-label={t("label")} className="mb-5 flex gap-x-5 overflow-x-auto border-line border-b">
      {TABS.filter((one) => !hidden.includes(one)).map((one) => (
        <Link
          key={one}
          href={one === "overview" ? home : `${home}/${one}`}
          aria-current={one === tab ? "page" : undefined}
          className="-mb-px inline-flex min-h-10 flex-none items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  );
}
