import { placeOrder } from "@/lib/shop/commands/place";
import { Order, OrderPage } from "@/lib/shop/contract/order";
import { listOrders } from "@/lib/shop/queries/orders";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listOrders, { output: OrderPage, summary: "Orders of the agency, the newest first" });
export const POST = endpoint(placeOrder, { output: Order, status: 201, summary: "Order a cart of products" });
