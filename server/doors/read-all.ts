import "server-only";
import type { Page } from "@/lib/kernel/page";

/** Every row of a list that a page shows whole, such as a group's roster. @param look reads the page at a cursor */
export async function readAll<T>(look: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await look({ limit: 100, cursor });
    rows.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}
