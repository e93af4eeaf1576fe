import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** One grey bar in the place something will stand. Width and height come as classes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={`skeleton block ${className ?? "h-4 w-full"}`} />
);

/** Bars in their final places; appears after 200 ms only, and says "Loading" once. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("common");
  return (
    <div role="status" className={`late ${className ?? ""}`}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

/** Rows of a list on their way. */
export function LoadingRows({ rows = 4, className }: { rows?: number; className?: string }) {
  return (
    <Loading className={`card divide-y divide-line ${className ?? ""}`}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex min-h-(--row) items-center gap-3 px-(--pad-card) py-3">
          <Skeleton className="size-8 flex-none rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-1/4" />
          </div>
          <Skeleton className="h-6 w-20" />
        </div>
      ))}
    </Loading>
  );
}
