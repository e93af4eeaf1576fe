import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** One hotel in each city: which one is dealt out. */
export function CityTabs({ home, city }: { home: string; city: string }) {
  const t = useTranslations("travel.city");
  return (
    <nav aria-label={t("label")} className="mb-4 flex flex-wrap gap-x-5">
      {(["makkah", "madinah"] as const).map((one) => (
        <Link
          key={one}
          href={`${home}?city=${one}`}
          aria-current={one === city ? "page" : undefined}
          className="inline-flex min-h-10 items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  );
}
