"use server";

import { clearCaches, endAccess, takeAccess } from "@/lib/agencies/commands/access";
import {
  approveAgency,
  askAgency,
  reactivateAgency,
  rejectAgency,
  setTrial,
  suspendAgency,
} from "@/lib/agencies/commands/decide";
import { exportAgencies } from "@/lib/agencies/queries/platform";
import { listPlatformAudit } from "@/lib/audit/queries";
import { platformAction, platformLook } from "@/server/doors/platform";

export const approve = platformAction(approveAgency);
export const reject = platformAction(rejectAgency);
export const ask = platformAction(askAgency);
export const suspend = platformAction(suspendAgency);
export const reactivate = platformAction(reactivateAgency);
export const changeTrial = platformAction(setTrial);
export const look = platformAction(takeAccess);
export const endLook = platformAction(endAccess);
export const clear = platformAction(clearCaches);
export const readLog = platformLook(listPlatformAudit);
export const exportAll = platformLook(exportAgencies);
