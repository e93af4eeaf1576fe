import { sql } from "drizzle-orm";
import { openClient } from "@/db/client";
import { joinEmbedded } from "@/db/embedded";
import { fenced } from "@/db/tx";

/**
 * The routes were walked before these people agreed to share them, and the product takes nothing from before a consent.
 * So the consent is dated back, behind the product's doors: only in a database of this machine.
 * @param dataDir the folder of the running server's embedded database
 */
export async function dateConsentBack(dataDir: string, groupId: string, userIds: readonly string[], since: Date) {
  const urls = joinEmbedded(dataDir);
  if (!urls) throw new Error(`No running server keeps its database in ${dataDir}: name its log-ins with --logins.`);
  const client = openClient(urls.loginUrl, 1);
  try {
    const [group] = await fenced(client, "qafila_platform", null, true, (tx) =>
      tx.execute<{ agency_id: string }>(
        sql`select agency_id from group_members where group_id = ${groupId}::uuid limit 1`,
      ),
    );
    await fenced(client, "qafila_tenant", group?.agency_id ?? null, false, (tx) =>
      tx.execute(sql`
        update group_members set consented_at = ${since.toISOString()}::timestamptz, shows_from = ${since.toISOString()}::timestamptz
        where group_id = ${groupId}::uuid and user_id = any(${sql.param([...userIds])}::uuid[]) and left_at is null`),
    );
  } finally {
    await client.close();
  }
}
