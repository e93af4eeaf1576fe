import { readOrderCode } from "@/lib/shop/contract/order";
import { listOrders } from "@/lib/shop/queries/orders";
import { type PageCall, read } from "@/server/doors/page";

/** The order whose code was typed or scanned at the counter: its id, or the code as it was read where there is none. */
export async function readMeant(call: PageCall, typed: string | undefined) {
  if (!typed) return { id: null, unknown: null };
  const code = readOrderCode(typed);
  const { data } = await read(listOrders(call, { q: code, limit: 1 }));
  return data[0]?.code === code ? { id: data[0].id, unknown: null } : { id: null, unknown: code };
}
