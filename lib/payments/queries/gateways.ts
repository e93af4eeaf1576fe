import { z } from "zod";
import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { sealId } from "@/lib/kernel/sealed";
import { openText } from "@/lib/kernel/sealed-text";
import { DAY } from "@/lib/kernel/span";
import type { Gateway } from "../contract/gateway";
import { mayKeepBank, mayKeepGateways } from "../policy";
import { type GatewayRow, listGatewayRows, listOddRows } from "../store/gateways";

/** Purposes of what this house alone can derive. */
export const KEYS = "payments.gateways";
export const TOKENS = "payments.notices";

const SHOWN = 4;
/** Plain verb: a gateway with its address; of its key no more than its end, so that two can be told apart. */
export const asGateway = (work: Work, { id, kind, serverKey, createdAt }: GatewayRow): Gateway => ({
  ...{ id, kind, createdAt },
  keyEnds: openText(work, KEYS, id, serverKey).slice(-SHOWN),
  noticeUrl: `${work.publicUrl}/api/v1/webhook/payments/${kind}/${sealId(work, TOKENS, id)}`,
});

/** Long enough for a payer's bank to take money back, and for the desk to have looked. */
const ODD_DAYS = 120;
/** What gateways said and our books do not know: a person looks into it. */
export const listOddNotices = query({
  name: "payments.list_odd_notices",
  input: z.strictObject({}),
  load: nothing,
  allow: mayKeepBank,
  run: async (work) => ({ data: await listOddRows(work, addMs(work.now, -ODD_DAYS * DAY)) }),
});

export const listGateways = query({
  name: "payments.list_gateways",
  input: z.strictObject({}),
  load: nothing,
  allow: mayKeepGateways,
  run: async (work) => ({ data: (await listGatewayRows(work)).map((row) => asGateway(work, row)) }),
});
