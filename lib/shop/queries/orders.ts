import { nothing } from "@/lib/kernel/command";
import { PageInput } from "@/lib/kernel/page";
import { query } from "@/lib/kernel/query";
import { ExportOrders, ListOrders, OrderRef, type OrderRow } from "../contract/order";
import { keepsOrders, mayExportOrders, mayListOrders, maySeeOrder } from "../policy";
import { asOrderRow, findOrder, listOrderRows, showOrder } from "../store/orders";

/** Orders within reach, the newest first. */
export const listOrders = query({
  name: "shop.list_orders",
  input: ListOrders,
  load: nothing,
  allow: keepsOrders,
  run: async (work, input) => {
    const page = await listOrderRows(work, input);
    return { ...page, data: page.data.map(asOrderRow) };
  },
});

/** What I bought here, the newest first. */
export const listMyOrders = query({
  name: "shop.list_my_orders",
  input: PageInput,
  load: nothing,
  allow: mayListOrders,
  run: async (work, input) => {
    const page = await listOrderRows(work, { ...input, sort: "newest", mine: true });
    return { ...page, data: page.data.map(asOrderRow) };
  },
});

/** One order with its lines. @throws Fault `order_not_found` */
export const readOrder = query({
  name: "shop.read_order",
  input: OrderRef,
  load: (work, { id }) => findOrder(work, id),
  allow: maySeeOrder,
  run: (work, _input, row) => showOrder(work, row),
});

const EXPORT_PAGE = 500;

/** Every order of a list, for a file. */
export const exportOrders = query({
  name: "shop.export_orders",
  input: ExportOrders,
  load: nothing,
  allow: mayExportOrders,
  run: async (work, input) => {
    const data: OrderRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOrderRows(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data.map(asOrderRow));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});
