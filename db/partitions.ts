import postgres from "postgres";
import { positionDays } from "./position-days";

/** Makes the daily partitions around now; the schedule repeats it. */
export async function keepPositionDays(ownerUrl: string, now: Date): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  const { first, last, keepFrom } = positionDays(now);
  try {
    await sql`select keep_position_days(${first}::date, ${last}::date, ${keepFrom}::date)`;
  } finally {
    await sql.end();
  }
}
