import { removeMethod, updateMethod } from "@/lib/savings/commands/desk";
import { PaymentMethod } from "@/lib/savings/contract/desk";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(updateMethod, { output: PaymentMethod, summary: "Change a payment method" });
export const DELETE = endpoint(removeMethod, { status: 204, summary: "Remove a payment method" });
