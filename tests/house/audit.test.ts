import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorName } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { callOf } from "./cast";
import { MATRIX } from "./matrix";
import { operations, saying } from "./operations";
import { openStage, PASSWORD, type Stage } from "./stage";

const commands = (await operations()).filter(({ operation }) => operation.kind === "command");
/** Positions, looks, letters and the like: what they write is their own record. */
const ITSELF = saying("audit", '"itself"');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Where the matrix shows how it is refused: the same one gets another link. */
const AGAIN: Record<string, object> = { "identity.make_super_admin": { email: "root@example.com" } };
type Row = { command: string; actor: string; via: string; changes: unknown };
const ROLLBACK = new Error("rolled back");

/** What the audit log would say of this call, of which nothing stays. */
async function rowsOf(use: (typeof commands)[number]["use"], call: Call, input: object): Promise<Row[]> {
  const rows: Row[] = [];
  const transact: Call["transact"] = async (fence, readOnly, work) => {
    let result: unknown;
    const ended = call.transact(fence, readOnly, async (tx) => {
      result = await work(tx);
      const ofCall = sql`select command, actor, via, changes from audit_log where request_id = ${call.requestId}`;
      rows.push(...(await tx.execute<Row>(ofCall)));
      throw ROLLBACK;
    });
    await ended.catch((error: unknown) => {
      if (error !== ROLLBACK) throw error;
    });
    return result as never;
  };
  await use({ ...call, transact, announce: () => undefined, lanes: new Map() }, input);
  return rows;
}

describe("[R87] of every command", () => {
  it.each(commands)("$name there is one row that names it, or it is declared its own record", async ({ name, use }) => {
    const { may, input, about } = MATRIX[name]!;
    const call = { ...callOf(stage, may[0]!, about?.(stage)), requestId: newId() };
    const rows = await rowsOf(use, call, AGAIN[name] ?? input(stage));
    const row = { command: name, actor: actorName(call.actor), via: call.via };
    expect(rows).toMatchObject(ITSELF.includes(name) ? [] : [row]);
    const { pilgrim, owner } = stage.world;
    for (const untold of [PASSWORD, stage.refreshToken, "+628123456789", pilgrim.personName, owner.personName]) {
      expect(JSON.stringify(rows)).not.toContain(untold);
    }
  });
});
