import { Loading, Skeleton } from "@/components/ui/skeleton";

/** The top of a phone page on its way: greeting, name, day. */
function HeaderSkeleton({ tag = true }: { tag?: boolean }) {
  return (
    <div className="flex items-start justify-between gap-4 px-1 pt-2">
      <div className="flex min-w-0 flex-1 flex-col gap-2.5">
        <Skeleton className="h-4 w-32 max-w-full" />
        <Skeleton className="h-7 w-44 max-w-full" />
        <Skeleton className="h-4 w-60 max-w-full" />
      </div>
      {tag ? <Skeleton className="h-10 w-24 flex-none rounded-xl" /> : null}
    </div>
  );
}

/** Today on its way: the lamp card, then two cards. */
export function TodaySkeleton() {
  return (
    <Loading className="flex flex-col gap-3">
      <HeaderSkeleton />
      <Skeleton className="h-56 rounded-[1.625rem]" />
      <Skeleton className="h-44 rounded-2xl" />
      <Skeleton className="h-36 rounded-2xl" />
    </Loading>
  );
}

/** A list of people or settings on its way. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Loading className="flex flex-col gap-3">
      <HeaderSkeleton tag={false} />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} className="h-18 rounded-2xl" />
      ))}
    </Loading>
  );
}

/** The map on its way: its ground, the card on top and the sheet. */
export function MapSkeleton() {
  return (
    <Loading className="relative h-full min-h-96 overflow-hidden bg-(--map-land)">
      <Skeleton className="absolute inset-x-4 top-4 h-16 rounded-xl" />
      <div className="absolute inset-x-0 bottom-0 flex h-[52%] flex-col gap-4 rounded-t-3xl bg-surface p-4 pt-8">
        <Skeleton className="h-20 rounded-xl" />
        <Skeleton className="h-14 rounded-xl" />
        <Skeleton className="h-14 rounded-xl" />
      </div>
    </Loading>
  );
}
