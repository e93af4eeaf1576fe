import { OrderPage } from "@/lib/shop/contract/order";
import { listMyOrders } from "@/lib/shop/queries/orders";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyOrders, { output: OrderPage, summary: "What I ordered, the newest first" });
