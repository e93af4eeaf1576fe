import { MapSkeleton } from "@/components/journey/phone-skeleton";

export default MapSkeleton;
