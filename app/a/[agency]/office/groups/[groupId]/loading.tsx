import { GroupSkeleton } from "@/components/office/skeletons";

export default GroupSkeleton;
