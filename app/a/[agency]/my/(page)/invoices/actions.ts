"use server";

import { askTransfer } from "@/lib/invoices/commands/ask";
import { action } from "@/server/doors/action";

export const ask = action(askTransfer);
