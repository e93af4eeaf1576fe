"use server";

import { cancelOrder, fulfilOrder, undoFulfil } from "@/lib/shop/commands/life";
import { exportOrders } from "@/lib/shop/queries/orders";
import { action } from "@/server/doors/action";

export const cancel = action(cancelOrder);
export const fulfil = action(fulfilOrder);
export const undo = action(undoFulfil);
export const exportAll = action(exportOrders);
