"use server";

import { retryDelivery } from "@/lib/notices/commands/retry";
import { exportOutbox } from "@/lib/notices/queries";
import { action } from "@/server/doors/action";

export const retry = action(retryDelivery);
export const exportAll = action(exportOutbox);
