import { Order } from "@/lib/shop/contract/order";
import { readOrder } from "@/lib/shop/queries/orders";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readOrder, { output: Order, summary: "One order" });
