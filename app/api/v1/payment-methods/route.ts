import { createMethod } from "@/lib/savings/commands/desk";
import { MethodPage, PaymentMethod } from "@/lib/savings/contract/desk";
import { listMethods } from "@/lib/savings/queries/desk";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listMethods), { output: MethodPage, summary: "By what ways savings are put in" });
export const POST = endpoint(createMethod, { output: PaymentMethod, status: 201, summary: "Add a payment method" });
