import { TodaySkeleton } from "@/components/office/skeletons";

export default TodaySkeleton;
