import { submitCollection } from "@/lib/savings/commands/submit";
import { Collected } from "@/lib/savings/contract/deposit";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(submitCollection, {
  output: Collected,
  status: 201,
  summary: "Submit the deposits of many savers behind one proof",
});
