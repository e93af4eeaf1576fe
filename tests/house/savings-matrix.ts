import type { Entry } from "./entry";
import { dayOf } from "./savings-stage";
import { CAST, PIXEL, type Role, type Stage } from "./stage";

const nothing = () => ({});
const HOUSE: readonly Role[] = ["house"];
const DESK: readonly Role[] = ["owner", "admin"];
/** Who saves, or may; a branch manager sees the savings of the branch. */
const SAVERS: readonly Role[] = [...DESK, "manager", "otherManager", "pilgrim", "companion", "otherPilgrim", "helper"];
const idr = (amount: number) => ({ amount, currency: "IDR" });
type Kept = keyof Omit<Stage["savings"], "deposits">;
const id =
  (which: Kept, more: object = {}) =>
  ({ savings }: Stage) => ({ id: savings[which], ...more });

/** On the pilgrim's own plan: the owner sees it too, nobody else. */
const ownPlan = (input: Entry["input"], names = ["id"]): Entry => ({
  input,
  names,
  may: ["admin", "pilgrim"],
  knows: ["owner"],
});
/** The desk decides; the pilgrim sees what it is about. */
const decision = (input: Entry["input"]): Entry => ({ input, may: DESK, names: ["id"], knows: ["pilgrim"] });
const seen = (input: Entry["input"], names = ["id"]): Entry => ({ input, names, may: [...DESK, "pilgrim"] });
const desk = (input: Entry["input"], may: readonly Role[] = ["admin"]): Entry => ({ input, may });
/** What the desk keeps for all savers: those who save know of it. */
const kept = (input: Entry["input"]): Entry => ({ input, may: ["admin"], names: ["id"], knows: SAVERS });
const listed: Entry = { input: nothing, may: SAVERS };
const payment = ({ savings }: Stage) => ({ methodId: savings.method, paidOn: dayOf(0), proofId: savings.proof });

export const SAVINGS: Record<string, Entry> = {
  "ledger.expire": { input: ({ savings }) => ({ journalId: savings.pending }), may: HOUSE, names: ["journalId"] },
  "ledger.seal": { input: nothing, may: HOUSE },
  "savings.approve_withdrawal": decision(id("withdrawal")),
  "savings.check_books": desk(nothing, DESK),
  "savings.check_statement": {
    input: ({ savings }) => ({ code: savings.code }),
    may: CAST.filter((role) => role !== "rivalOwner"),
    names: ["code"],
    random: () => "0000 0000 0000",
  },
  "savings.close_due": { input: nothing, may: HOUSE },
  "savings.close_period": kept(id("ended")),
  "savings.collect": desk((stage) => ({
    ...payment(stage),
    name: "Kelompok",
    members: [stage.savings.plan, stage.savings.other].map((planId) => ({ planId, amount: idr(100) })),
  })),
  "savings.convert": ownPlan(({ savings, trade }) => ({
    id: savings.plan,
    departureId: trade.departureId,
    amount: idr(1_000),
    pilgrims: [{ passengerType: "adult", roomType: "quad" }],
  })),
  "savings.count_deposits": listed,
  "savings.create_method": desk(() => ({ name: "QRIS", type: "qris" })),
  "savings.create_period": desk(() => ({ startsOn: dayOf(500), endsOn: dayOf(490), closesOn: dayOf(480) })),
  "savings.create_plan": desk(
    ({ world }) => ({
      userId: world.pilgrim.userId,
      name: "Haji",
      target: idr(500),
      monthly: idr(10),
      startsOn: dayOf(0),
      account: { bankName: "BSI", holder: "Siti", number: "12345678" },
    }),
    ["admin", "pilgrim"],
  ),
  "savings.enter_bank_balance": desk(() => ({ balance: idr(5), countedOn: dayOf(0) }), DESK),
  "savings.export_plans": desk(nothing, DESK),
  "savings.link_proof": seen(id("proof")),
  "savings.list_deposits": listed,
  "savings.list_drowsy_plans": { input: nothing, may: HOUSE },
  "savings.list_due_plans": { input: nothing, may: HOUSE },
  "savings.list_methods": listed,
  "savings.list_periods": listed,
  "savings.list_plan_changes": seen(id("plan")),
  "savings.list_plans": listed,
  "savings.list_withdrawals": listed,
  "savings.read_deposit": seen(id("submitted")),
  "savings.read_liability": desk(nothing, [...DESK, "viewer"]),
  "savings.read_plan": seen(id("plan")),
  "savings.read_proof": seen(({ savings }) => ({ id: savings.proof, pass: savings.pass })),
  "savings.read_statement": seen(id("plan")),
  "savings.read_statement_paper": seen(id("plan")),
  "savings.read_withdrawal": seen(id("withdrawal")),
  "savings.refuse_withdrawal": decision(id("toRefuse", { note: "No" })),
  "savings.reject": decision(id("toReject", { reason: "No" })),
  "savings.remove_method": kept(id("method")),
  "savings.resubmit": ownPlan(id("rejected")),
  "savings.review": decision(id("toReview")),
  "savings.sleep": { input: nothing, may: HOUSE },
  "savings.submit": ownPlan(
    (stage) => ({ ...payment(stage), planId: stage.savings.plan, amount: idr(100) }),
    ["planId"],
  ),
  "savings.sweep_proofs": { input: nothing, may: HOUSE },
  "savings.take_back": decision(id("verified", { reason: "No" })),
  "savings.take_back_withdrawal": { input: id("toTakeBack"), may: ["pilgrim"], names: ["id"], knows: DESK },
  "savings.time_out_withdrawal": { input: ({ savings }) => ({ journalId: savings.pending }), may: HOUSE },
  "savings.undo_deposit": decision(id("submitted")),
  "savings.undo_withdrawal": decision(id("withdrawal")),
  "savings.update_method": kept(id("method", { name: "BSI 2" })),
  "savings.update_period": kept(id("period", { closesOn: dayOf(381) })),
  "savings.update_plan": ownPlan(id("plan", { name: "Umrah 2" })),
  "savings.upload_proof": { input: () => ({ file: PIXEL }), may: SAVERS },
  "savings.verify": decision(id("toVerify")),
  "savings.withdraw": ownPlan(id("plan", { amount: idr(100) })),
};
