import postgres from "postgres";
import { positionDays } from "./position-days";

/** Makes the daily partitions around now; the schedule repeats it. It drops none: a house that was off for months has yet to
 * summarise those whose promise has passed. */
export async function makePositionDays(ownerUrl: string, now: Date): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  const { first, last } = positionDays(now);
  try {
    await sql`select keep_position_days(${first}::date, ${last}::date, null)`;
  } finally {
    await sql.end();
  }
}
