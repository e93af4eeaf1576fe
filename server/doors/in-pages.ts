import { z } from "zod";
import type { Call, Work } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { cutPage, decodeCursor, type Page, PageInput } from "@/lib/kernel/page";
import { parse } from "@/lib/kernel/parse";

const LAST = z.tuple([z.string()]);
/** A membership is named by its agency. */
type Named = { id: string } | { agency: { id: string } };
const keyOf = (item: Named) => ("id" in item ? item.id : item.agency.id);

/**
 * A list that is short by nature, and read whole by our own pages, for whoever asks for it as for any other (API.md, Lists).
 * In its own order; the cursor names the last thing that was handed out.
 */
export function inPages<I extends z.ZodObject, T extends Named>(
  use: Operation<I, { data: T[] }>,
): Operation<z.ZodObject, Page<T>> {
  const input = (use.operation.input as z.ZodObject).extend(PageInput.shape);
  const look = async (call: Call | Work, raw: Record<string, unknown>): Promise<Page<T>> => {
    const { limit, cursor } = parse(input, raw) as z.output<typeof PageInput>;
    const { limit: _, cursor: __, ...asked } = raw;
    const { data } = await use(call, asked as z.input<I>);
    return cutPage(cursor ? behind(data, cursor) : data, limit, (item) => [keyOf(item)]);
  };
  return Object.assign(look, { operation: { ...use.operation, input } });
}

/** @throws Fault `cursor_invalid` where the thing it names is gone: what came behind it is not known any more */
function behind<T extends Named>(all: T[], cursor: string): T[] {
  const [last] = decodeCursor(cursor, LAST);
  const at = all.findIndex((item) => keyOf(item) === last);
  if (at < 0) throw new Fault("malformed", "cursor_invalid");
  return all.slice(at + 1);
}
