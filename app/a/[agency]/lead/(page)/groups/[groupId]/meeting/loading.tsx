import { ListSkeleton } from "@/components/journey/phone-skeleton";

export default function Loading() {
  return <ListSkeleton rows={3} />;
}
