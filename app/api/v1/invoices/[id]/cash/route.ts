import { enterCash } from "@/lib/payments/commands/decide";
import { Proof } from "@/lib/payments/contract/proof";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(enterCash, { output: Proof, status: 201, summary: "Enter money that was taken by hand" });
