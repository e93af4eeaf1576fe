"use server";

import { readReport } from "@/lib/reports/queries";
import { action } from "@/server/doors/action";

export const takeOut = action(readReport);
