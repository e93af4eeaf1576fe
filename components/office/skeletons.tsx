import { Loading, LoadingRows, Skeleton } from "@/components/ui/skeleton";

const Head = () => (
  <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
    <div className="flex max-w-full flex-col gap-2.5">
      <Skeleton className="h-7 w-56 max-w-full" />
      <Skeleton className="h-4 w-72 max-w-full" />
    </div>
    <Skeleton className="h-9 w-32" />
  </div>
);

/** Today on its way: figures, the road, what needs somebody. */
export function TodaySkeleton() {
  return (
    <Loading>
      <Head />
      <Skeleton className="mb-5 h-32 rounded-lg" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </Loading>
  );
}

/** A list on its way. */
export function ListSkeleton() {
  return (
    <>
      <Head />
      <Skeleton className="mb-4 h-10 w-full max-w-xl" />
      <LoadingRows rows={8} />
    </>
  );
}

/** A group on its way: its thread, roster and cards. */
export function GroupSkeleton() {
  return (
    <>
      <Head />
      <Skeleton className="mb-5 h-24 rounded-lg" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <LoadingRows rows={8} />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </>
  );
}
