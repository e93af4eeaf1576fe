"use server";

import { askPermission } from "@/lib/agencies/commands/requests";
import { action } from "@/server/doors/action";

export const ask = action(askPermission);
