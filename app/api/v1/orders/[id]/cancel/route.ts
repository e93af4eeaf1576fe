import { cancelOrder } from "@/lib/shop/commands/life";
import { Order } from "@/lib/shop/contract/order";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(cancelOrder, { output: Order, summary: "Cancel an order: its stock goes back" });
