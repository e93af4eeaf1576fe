import { addGateway } from "@/lib/payments/commands/gateways";
import { Gateway, Gateways } from "@/lib/payments/contract/gateway";
import { listGateways } from "@/lib/payments/queries/gateways";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listGateways, { output: Gateways, summary: "The payment gateways of the agency" });
export const POST = endpoint(addGateway, {
  output: Gateway,
  status: 201,
  secret: true,
  summary: "Let a payment gateway send its notices",
});
