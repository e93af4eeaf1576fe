import { z } from "zod";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { sealId } from "@/lib/kernel/sealed";
import { openText } from "@/lib/kernel/sealed-text";
import { type Gateway, isSandboxKey } from "../contract/gateway";
import { mayKeepGateways } from "../policy";
import { type GatewayRow, listGatewayRows } from "../store/gateways";

/** Purposes of what this house alone can derive. */
export const KEYS = "payments.gateways";
export const TOKENS = "payments.notices";

const SHOWN = 4;
/** Plain verb: a gateway with its address; of its key no more than its end, so that two can be told apart. */
export function asGateway(work: Work, { id, kind, serverKey, createdAt }: GatewayRow): Gateway {
  const key = openText(work, KEYS, id, serverKey);
  return {
    id,
    kind,
    createdAt,
    keyEnds: key.slice(-SHOWN),
    isSandbox: isSandboxKey(key),
    noticeUrl: `${work.publicUrl}/api/v1/webhook/payments/${kind}/${sealId(work, TOKENS, id)}`,
  };
}

/** The agency's payment gateways; of a key only its end. */
export const listGateways = query({
  name: "payments.list_gateways",
  input: z.strictObject({}),
  load: nothing,
  allow: mayKeepGateways,
  run: async (work) => ({ data: (await listGatewayRows(work)).map((row) => asGateway(work, row)) }),
});
