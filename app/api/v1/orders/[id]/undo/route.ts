import { undoFulfil } from "@/lib/shop/commands/life";
import { Order } from "@/lib/shop/contract/order";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(undoFulfil, {
  output: Order,
  summary: "Take back that one has just handed an order over",
});
