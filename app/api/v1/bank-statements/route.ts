import { importStatement } from "@/lib/payments/commands/bank";
import { Imported } from "@/lib/payments/contract/bank";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(importStatement, {
  output: Imported,
  status: 201,
  large: true,
  summary: "Read a file of the bank",
});
