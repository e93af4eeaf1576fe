import { ListSkeleton } from "@/components/office/skeletons";

export default ListSkeleton;
