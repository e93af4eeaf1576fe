import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { callOf } from "./cast";
import { everything } from "./everything";
import { MATRIX } from "./matrix";
import { type Found, operations } from "./operations";
import { CAST, openStage, type Role, type Stage } from "./stage";

const found = await operations();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

let before: unknown[] = [];
beforeAll(async () => {
  before = await everything(stage.world);
});

/** How a call ended: `done`, or kind and code of its refusal. */
const outcome = (use: Found["use"], call: Call, input: object): Promise<string> =>
  use(call, input).then(
    () => "done",
    (error: unknown) => (isFault(error) ? `${error.kind} ${error.code}` : `broke: ${error}; ${(error as Error).cause}`),
  );

const ROLLBACK = new Error("rolled back");
/** The same call, of which nothing stays: transactions are rolled back and nobody is told. */
function rehearsal(call: Call): Call {
  const transact: Call["transact"] = async (fence, readOnly, work) => {
    let result: unknown;
    await call
      .transact(fence, readOnly, async (tx) => {
        result = await work(tx);
        throw ROLLBACK;
      })
      .catch((error: unknown) => {
        if (error !== ROLLBACK) throw error;
      });
    return result as never;
  };
  return { ...call, transact, announce: () => undefined, lanes: new Map() };
}

const REFUSED = /^(not_found|forbidden|unauthenticated) /;
const entryOf = (name: string) => MATRIX[name]!;
/** Without anything named the rival's owner looks at their own house, and the house itself passes where people are asked. */
const isAsked = (name: string, role: Role) => {
  const { may, names } = entryOf(name);
  if (may.includes(role)) return false;
  if (role === "rivalOwner") return names !== undefined || may[0] === "house";
  return role !== "house";
};

describe("[R79] the matrix", () => {
  it("has an entry for each command and query, and none for what is gone", () => {
    expect(Object.keys(MATRIX).sort()).toEqual(found.map(({ name }) => name).sort());
  });
});

const listed = found.filter(({ name }) => name in MATRIX);

describe.each(listed)("[R79] $name", ({ name, use }) => {
  const random = (input: object) => {
    const { names = [], random: make = newId } = entryOf(name);
    return { ...input, ...Object.fromEntries(names.map((field) => [field, make()])) };
  };

  it("works for whom it is meant", async () => {
    const { may, input, about } = entryOf(name);
    for (const role of may) {
      const ended = await outcome(use, rehearsal(callOf(stage, role, about?.(stage))), input(stage));
      expect(`${role}: ${ended}`).not.toMatch(/: (not_found|forbidden|unauthenticated|broke)/);
    }
  });

  it("is refused to everybody else, and does not tell whether the thing exists", async () => {
    const { names, knows = [], input } = entryOf(name);
    for (const role of CAST.filter((one) => isAsked(name, one))) {
      const ended = await outcome(use, callOf(stage, role), input(stage));
      expect(`${role}: ${ended}`).toMatch(new RegExp(`^${role}: ${REFUSED.source.slice(1)}`));
      if (!names || knows.includes(role)) continue;
      expect(`${role}: ${ended}`).toBe(`${role}: ${await outcome(use, callOf(stage, role), random(input(stage)))}`);
    }
  });
});

/** A look at every table costs more than a call: it is taken once, behind all of them. */
it("[R79] nothing of all this has changed anything", async () => {
  expect(await everything(stage.world)).toEqual(before);
});

/** PRODUCT 4.2: the platform decides about it, whoever is inside may look and leave, and a trip that runs keeps its positions until it ends. */
const GOES_ON = [
  "chat.edit",
  "chat.mark_read",
  "chat.mute",
  "chat.open_look",
  "chat.send",
  "chat.sweep",
  "chat.type",
  "chat.update",
  "chat.upload",
  "chat.withdraw",
  "agencies.approve",
  "agencies.ask",
  "agencies.clear_caches",
  "agencies.close_access",
  "agencies.drop_job",
  "agencies.end_access",
  "agencies.end_trial",
  "agencies.reactivate",
  "agencies.register",
  "agencies.reject",
  "agencies.retry_job",
  "agencies.retry_jobs",
  "agencies.set_trial",
  "agencies.suspend",
  "agencies.take_access",
  "agencies.warn_of_trial",
  "groups.follow_standing",
  "groups.remove_member",
  "groups.set_sharing",
  "identity.change_contact",
  "identity.change_password",
  "identity.confirm_change",
  "identity.confirm_contact",
  "identity.drop_avatar",
  "identity.end_session",
  "identity.forgot_password",
  "identity.hand_over",
  "identity.log_in",
  "identity.log_in_by_code",
  "identity.log_out",
  "identity.log_out_everywhere",
  "identity.refresh",
  "identity.request_code",
  "identity.reset_password",
  "identity.send_contact_code",
  "identity.set_avatar",
  "identity.settle_keys",
  "identity.sign_in_by_hand_over",
  "identity.sign_in_by_link",
  "identity.update_profile",
  "ledger.expire",
  "ledger.seal",
  "payments.take_notice",
  "payments.time_out_refund",
  "savings.close_due",
  "savings.sleep",
  "savings.sweep_proofs",
  "savings.time_out_withdrawal",
  "tracking.ingest_osmand",
  "tracking.ingest_owntracks",
  "tracking.look_at_group",
  "tracking.look_at_trails",
  "tracking.read_history",
  "tracking.send_positions",
  "travel.read_manifest",
  "notices.mark_read",
  "users.retire",
  "views.remove",
  "views.save",
];

describe("[R79] while an agency is suspended or expired", () => {
  const commands = listed.filter(({ operation }) => operation.kind === "command");

  it.each(commands)("$name changes nothing, unless it is listed as going on", async ({ name, use }) => {
    const { may, input, about } = entryOf(name);
    const ended = await outcome(
      use,
      rehearsal({ ...callOf(stage, may[0]!, about?.(stage)), readOnly: true }),
      input(stage),
    );
    expect(ended === "forbidden agency_read_only").toBe(!GOES_ON.includes(name));
  });
});
