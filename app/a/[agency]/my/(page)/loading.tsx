import { TodaySkeleton } from "@/components/journey/phone-skeleton";

export default TodaySkeleton;
