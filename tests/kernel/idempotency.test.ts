import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import { as, newWorld, type World } from "../support/world";
import { executions, openBranch, renameBranch } from "./grammar";
import { codeOf, listen, rowsOf, underKey } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(30);
});
afterAll(() => world.close());

const open = (key: string, name: string, end: "well" | "conflict" | "forbidden" | "crash" = "well", hash?: string) =>
  openBranch(underKey(as(world.owner), key, hash), { name, end });
const stored = (key: string) => rowsOf<{ answer: unknown }>(world.house, "idempotency_keys", `key = '${key}'`);

describe("[R13] the same Idempotency-Key", () => {
  it("with the same body gets the stored answer, and nothing happens twice", async () => {
    const first = await open("k1", "Satu");
    expect(await open("k1", "Satu")).toEqual(first);
    expect(executions.get("Satu")).toBe(1);
    expect(await rowsOf(world.house, "branches", "name = 'Satu'")).toHaveLength(1);
    expect(await rowsOf(world.house, "facts", `payload->>'name' = 'Satu'`)).toHaveLength(1);
    expect(await rowsOf(world.house, "audit_log", `changes::text like '%Satu%'`)).toHaveLength(1);
  });

  it("replays a refusal with its details after its rollback", async () => {
    expect(await codeOf(open("k2", "Dua", "conflict"))).toBe("sold_out");
    const again = await open("k2", "Dua", "conflict").catch((error: unknown) => error);
    expect(again).toMatchObject({ kind: "conflict", code: "sold_out", details: { left: 0 } });
    expect(executions.get("Dua")).toBe(1);
    expect(await rowsOf(world.house, "branches", "name = 'Dua'")).toEqual([]);
  });

  it("replays what was refused before there was a transaction: a body that is no good stays so under its key", async () => {
    const bad = () => openBranch(underKey(as(world.owner), "k8"), { name: "" });
    const first = await bad().catch((error: unknown) => error);
    expect(first).toMatchObject({ kind: "invalid", code: "validation", details: { fields: { name: ["too_small"] } } });
    expect(await bad().catch((error: unknown) => error)).toMatchObject({
      details: { fields: { name: ["too_small"] } },
    });
    expect(await stored("k8")).toHaveLength(1);
    expect(await codeOf(open("k8", "Delapan", "well", "other"))).toBe("idempotency_mismatch");
    expect(executions.get("Delapan")).toBeUndefined();
  });

  it("keeps a refusal before anybody else can run it: of 50 at once that are refused, one ran", async () => {
    const all = Array.from({ length: 50 }, () => codeOf(open("k9", "Sembilan", "conflict")));
    for (const answer of await Promise.all(all)) expect(["in_progress", "sold_out"]).toContain(answer);
    expect(executions.get("Sembilan")).toBe(1);
    expect(await codeOf(open("k9", "Sembilan", "conflict"))).toBe("sold_out");
    expect([executions.get("Sembilan"), (await stored("k9")).length]).toEqual([1, 1]);
    expect(await rowsOf(world.house, "facts", `payload->>'name' = 'Sembilan'`)).toEqual([]);
    expect(await rowsOf(world.house, "audit_log", `changes::text like '%Sembilan%'`)).toEqual([]);
  });

  it("says nothing to sockets of what was refused", async () => {
    const heard = await listen(world.house);
    await codeOf(open("k10", "Sepuluh", "conflict"));
    const { id } = await open("k11", "Sebelas");
    await expect.poll(() => heard.length).toBe(1);
    expect(heard).toMatchObject([{ payload: { branchId: id } }]);
  });

  it("with another body is refused, after success and after refusal", async () => {
    await open("k3", "Tiga");
    await codeOf(open("k4", "Empat", "conflict"));
    expect(await codeOf(open("k3", "Lain", "well", "other"))).toBe("idempotency_mismatch");
    expect(await codeOf(open("k4", "Lain", "well", "other"))).toBe("idempotency_mismatch");
    expect(await codeOf(open("k3", "Tiga"))).toMatchObject({ got: { name: "Tiga" } });
    expect(executions.get("Lain")).toBeUndefined();
  });

  it("is somebody else's in another agency, by another caller or for another command", async () => {
    const mine = await open("k5", "Lima");
    const others: Call[] = [as(world.rivalOwner), as(world.admin)];
    for (const other of others) {
      const theirs = await openBranch(underKey(other, "k5"), { name: "Lima" });
      expect(theirs.id).not.toBe(mine.id);
    }
    const renamed = await renameBranch(underKey(as(world.owner), "k5"), { id: mine.id, name: "Lima Baru" });
    expect(renamed).toEqual({ name: "Lima Baru" });
    expect(executions.get("Lima")).toBe(3);
  });

  it.each(["forbidden", "crash"] as const)("does not keep what may differ next time: %s", async (end) => {
    await codeOf(open(`k6-${end}`, `Enam ${end}`, end));
    expect(await stored(`k6-${end}`)).toEqual([]);
    expect(await open(`k6-${end}`, `Enam ${end}`)).toMatchObject({ name: `Enam ${end}` });
    expect(executions.get(`Enam ${end}`)).toBe(2);
  });

  it.each([1, 2, 3])(
    "sent 50 times at once runs once; the others hear the answer or in_progress (run %i)",
    async (round) => {
      const name = `Balap ${round}`;
      const answers = await Promise.all(Array.from({ length: 50 }, () => codeOf(open(`race-${round}`, name))));
      expect(executions.get(name)).toBe(1);
      expect(await rowsOf(world.house, "branches", `name = '${name}'`)).toHaveLength(1);
      const done = await open(`race-${round}`, name);
      for (const answer of answers) expect(["in_progress", { got: done }]).toContainEqual(answer);
      expect(answers).toContainEqual({ got: done });
    },
  );

  it("says in_progress while the first one runs, and that is never kept", async () => {
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const call = underKey(as(world.owner), "k7");
    const slow: Call = {
      ...call,
      transact: (fence, readOnly, work) =>
        call.transact(fence, readOnly, async (tx) => {
          const done = await work(tx);
          await gate;
          return done;
        }),
    };
    const first = openBranch(slow, { name: "Tujuh" });
    await expect.poll(() => executions.get("Tujuh")).toBe(1);
    await expect.poll(() => codeOf(open("k7", "Tujuh"))).toBe("in_progress");
    goOn();
    expect(await open("k7", "Tujuh").catch(() => first)).toEqual(await first);
    expect(executions.get("Tujuh")).toBe(1);
    expect(await stored("k7")).toHaveLength(1);
  });
});
