import { fulfilOrder } from "@/lib/shop/commands/life";
import { Order } from "@/lib/shop/contract/order";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(fulfilOrder, { output: Order, summary: "Say that an order was handed over" });
