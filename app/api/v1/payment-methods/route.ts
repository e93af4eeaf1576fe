import { createMethod } from "@/lib/savings/commands/desk";
import { MethodList, PaymentMethod } from "@/lib/savings/contract/desk";
import { listMethods } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMethods, { output: MethodList, summary: "By what ways savings are put in" });
export const POST = endpoint(createMethod, { output: PaymentMethod, status: 201, summary: "Add a payment method" });
