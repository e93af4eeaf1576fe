import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Package } from "@/lib/packages/contract/package";

/** Whether the agency's site shows a package. */
export function PackageBadge({ published }: Pick<Package, "published">) {
  const t = useTranslations("packages");
  return (
    <Badge status={published ? "ok" : "notYet"} className="flex-none">
      {t(published ? "published" : "hidden")}
    </Badge>
  );
}

/** The same with the way to where strangers see it. */
export function PackageStanding({ slug, saved: { id, published } }: { slug: string; saved: Package }) {
  const t = useTranslations("packages");
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <PackageBadge published={published} />
      {published ? (
        <Link
          href={`/a/${slug}/packages/${id}`}
          className="inline-flex min-h-(--touch) items-center text-primary-ink underline"
        >
          {t("onSite")}
        </Link>
      ) : null}
    </span>
  );
}
