import type { Work } from "@/lib/kernel/call";
import { lockOrder } from "../store/orders";

/** Plain verb for whoever keeps the money: from here on the order waits for this commit. Before its invoice (R3). */
export const holdOrder = (work: Work, id: string) => lockOrder(work, id);
