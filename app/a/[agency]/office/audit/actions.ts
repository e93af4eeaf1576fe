"use server";

import { exportAudit } from "@/lib/audit/queries";
import { action } from "@/server/doors/action";

export const exportAll = action(exportAudit);
