import { z } from "zod";
import { readText } from "./body";
import type { Media } from "./http";

/** The bytes as they were signed, with what the address says. */
export const readNotice = async (request: Request, { gateway = "", token = "" }: Record<string, string>) => ({
  gateway,
  token,
  body: await readText(request),
});

const SETTLED = {
  order_id: "INV-7K2M9CX",
  status_code: "200",
  gross_amount: "5000000.00",
  signature_key: "…",
  transaction_id: "6ee793df-9b1d-4343-8eda-cc9663b4222f",
  transaction_status: "settlement",
  transaction_time: "2026-11-21 09:36:12",
  settlement_time: "2026-11-21 09:40:01",
};
/** Somebody else's protocol: Midtrans' own notification. */
export const noticeAsks = {
  body: {
    "application/json": z
      .looseObject({ order_id: z.string(), gross_amount: z.string(), signature_key: z.string() })
      .meta({ description: "A notification of Midtrans; its order id is the invoice's number.", examples: [SETTLED] }),
  },
} satisfies { body: Media };
