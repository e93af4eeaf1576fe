import { createHmac } from "node:crypto";
import { fenced } from "@/db/tx";
import type { Actor, AgencyId } from "@/lib/kernel/actor";
import type { Call, Once, Via } from "@/lib/kernel/call";
import type { Signal, Told } from "@/lib/kernel/fact";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { type Runtime, runtime } from "../runtime";

export type CallOptions = {
  actor: Actor;
  agencyId: string | null;
  via: Via;
  requestId?: string;
  locale?: string;
  now?: Date;
  readOnly?: boolean;
  onBehalfOf?: string | null;
  once?: Once;
  /** What to say when an agency's command is used without one. */
  noAgency?: Fault | null;
};

/** The only place a Call is made, and the only place a string becomes an AgencyId. Every door ends here. */
export function openCall(options: CallOptions, house: Runtime = runtime()): Call {
  const agencyId = options.agencyId as AgencyId | null;
  return {
    actor: options.actor,
    onBehalfOf: options.onBehalfOf ?? null,
    agencyId,
    readOnly: options.readOnly ?? false,
    now: options.now ?? new Date(),
    via: options.via,
    requestId: options.requestId ?? newId(),
    locale: options.locale ?? "en",
    once: options.once,
    node: house.node,
    lanes: house.lanes,
    ports: house.ports,
    publicUrl: house.settings.publicUrl,
    seal: (purpose, text) => createHmac("sha256", house.secret).update(`${purpose}\0${text}`).digest("base64url"),
    alone: house.alone,
    transact: (fence, readOnly, work) => {
      if (fence === "agency" && !agencyId) throw options.noAgency ?? new Fault("malformed", "agency_required");
      return fenced(house.database, fence === "agency" ? "qafila_tenant" : "qafila_platform", agencyId, readOnly, work);
    },
    announce: (facts, signals) => announce(house, facts, signals),
  };
}

/** After the commit: a lost hint is re-read or relayed, so a bus that is down only makes things slower. */
function announce({ ports, log }: Runtime, facts: Told[], signals: Signal[]) {
  const publish = (channel: "facts" | "signals", message: unknown) =>
    ports.bus.publish(channel, message).catch((error: unknown) => log.warn({ err: error, channel }, "bus is down"));
  if (facts.length > 0) void publish("facts", { facts });
  if (signals.length > 0) void publish("signals", { signals });
}
