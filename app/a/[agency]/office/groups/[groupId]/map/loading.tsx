import { MapPageSkeleton } from "@/components/office/map-page";

export default MapPageSkeleton;
