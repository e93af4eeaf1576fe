import { removeGateway } from "@/lib/payments/commands/gateways";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(removeGateway, { status: 204, summary: "Take no more notices of a gateway" });
