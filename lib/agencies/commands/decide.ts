import { isPerson, isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import type { AgencyStatus } from "../contract/agency";
import { AgencyRef, ApproveAgency, DecideAgency, type Decided, ReactivateAgency, SetTrial } from "../contract/platform";
import { type AgencyDecision, agencyDecided, platformCalled, trialEnding } from "../facts";
import { runsPlatform } from "../policy";
import { type Decision, isOpenTo, statusAfterPause, WARN_DAYS } from "../rules/life";
import { type AgencyRow, listPeopleIds, lockAgency, setAgency } from "../store/agencies";

export const TRIAL_END = "agencies.trial_end";
export const TRIAL_WARNING = "agencies.trial_warning";

/** What is not allowed where the agency stands now. @throws Fault `agency_status_changed` with the status */
function mustBeOpenTo({ status }: AgencyRow, decision: Decision) {
  if (!isOpenTo(status, decision)) throw conflict("agency_status_changed", { status });
}

async function decide(
  work: Work,
  before: AgencyRow,
  change: Partial<AgencyRow>,
  decision: AgencyDecision,
): Promise<Decided> {
  const decidedBy = isPerson(work.actor) ? work.actor.userId : null;
  const { id, status, trialEndsAt } = await setAgency(work, before, { ...change, decidedBy, decidedAt: work.now });
  work.tell(agencyDecided, { agencyId: id, decision, people: await listPeopleIds(work) });
  work.tell(platformCalled, {});
  return { id, status, trialEndsAt };
}

/** A trial of so many days from now: its warning and its end are planned with it. */
function trialOf(work: Work, days: number): Pick<AgencyRow, "status" | "trialEndsAt" | "trialWarnedAt"> {
  const trialEndsAt = addMs(work.now, days * DAY);
  const plan = (task: string, runAt: Date) =>
    work.later({ task, key: "trial", runAt, payload: { id: agencyOf(work) } });
  plan(TRIAL_END, trialEndsAt);
  if (days > WARN_DAYS) plan(TRIAL_WARNING, addMs(trialEndsAt, -WARN_DAYS * DAY));
  return { status: "trial", trialEndsAt, trialWarnedAt: null };
}

/** Lets an agency in, on trial. @throws Fault `agency_status_changed` */
export const approveAgency = command({
  name: "agencies.approve",
  input: ApproveAgency,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { trialDays, reason }, agency) => {
    mustBeOpenTo(agency, "approve");
    return decide(work, agency, { ...trialOf(work, trialDays), decisionReason: reason ?? null }, "approved");
  },
});

/** Sends an agency away with a reason; it may apply again. @throws Fault `agency_status_changed` */
export const rejectAgency = command({
  name: "agencies.reject",
  input: DecideAgency,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { reason }, agency) => {
    mustBeOpenTo(agency, "reject");
    return decide(work, agency, { status: "rejected", decisionReason: reason }, "rejected");
  },
});

/** Asks the owner something; the application goes on waiting. @throws Fault `agency_status_changed` */
export const askAgency = command({
  name: "agencies.ask",
  input: DecideAgency,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { reason }, agency) => {
    mustBeOpenTo(agency, "ask");
    return decide(work, agency, { decisionReason: reason }, "asked");
  },
});

/** From here on everybody in it may look, not change; trips that run go on. @throws Fault `agency_status_changed` */
export const suspendAgency = command({
  name: "agencies.suspend",
  input: DecideAgency,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { reason }, agency) => {
    mustBeOpenTo(agency, "suspend");
    return decide(work, agency, { status: "suspended", decisionReason: reason }, "suspended");
  },
});

/** Takes a suspension back; a trial that ended meanwhile has ended. @throws Fault `agency_status_changed` */
export const reactivateAgency = command({
  name: "agencies.reactivate",
  input: ReactivateAgency,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { reason }, agency) => {
    mustBeOpenTo(agency, "reactivate");
    const status: AgencyStatus = statusAfterPause(agency.trialEndsAt, work.now);
    return decide(work, agency, { status, decisionReason: reason ?? null }, "reactivated");
  },
});

/** A trial ends so many days from now, also one that has ended. @throws Fault `agency_status_changed` */
export const setTrial = command({
  name: "agencies.set_trial",
  input: SetTrial,
  evenReadOnly: true,
  load: lockAgency,
  allow: runsPlatform,
  run: async (work, { trialDays, reason }, agency) => {
    mustBeOpenTo(agency, "set_trial");
    return decide(work, agency, { ...trialOf(work, trialDays), decisionReason: reason ?? null }, "trial_changed");
  },
});

/** The trial's end, if it is due: what was planned for an end that moved does nothing. */
export const endTrial = command({
  name: "agencies.end_trial",
  input: AgencyRef,
  evenReadOnly: true,
  load: lockAgency,
  allow: isSystem,
  run: async (work, _input, agency) => {
    const { status, trialEndsAt } = agency;
    if (status !== "trial" || trialEndsAt === null || trialEndsAt > work.now) return { ended: false };
    await decide(work, agency, { status: "expired", decisionReason: null }, "expired");
    return { ended: true };
  },
});

/** Speaks of the trial's end a week before, once. */
export const warnOfTrial = command({
  name: "agencies.warn_of_trial",
  input: AgencyRef,
  evenReadOnly: true,
  load: lockAgency,
  allow: isSystem,
  run: async (work, _input, agency) => {
    const { status, trialEndsAt, trialWarnedAt } = agency;
    const isNear = trialEndsAt !== null && addMs(trialEndsAt, -WARN_DAYS * DAY) <= work.now;
    if (status !== "trial" || !isNear || trialWarnedAt) return { warned: false };
    await setAgency(work, agency, { trialWarnedAt: work.now });
    work.tell(trialEnding, { agencyId: agency.id });
    work.tell(platformCalled, {});
    return { warned: true };
  },
});
