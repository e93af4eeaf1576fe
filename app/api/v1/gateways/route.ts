import { addGateway } from "@/lib/payments/commands/gateways";
import { Gateway, GatewayPage } from "@/lib/payments/contract/gateway";
import { listGateways } from "@/lib/payments/queries/gateways";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listGateways), {
  output: GatewayPage,
  summary: "The payment gateways of the agency",
});
export const POST = endpoint(addGateway, {
  output: Gateway,
  status: 201,
  secret: true,
  summary: "Let a payment gateway send its notices",
});
