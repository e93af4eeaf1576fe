import type { Pay } from "@/lib/kernel/ports";
import { isSandboxKey } from "@/lib/payments/contract/gateway";

type Options = { live?: string; sandbox?: string; timeoutMs?: number };

/** Midtrans' own word on a payment, asked with the agency's key. */
export function midtransPay({
  live = "https://api.midtrans.com",
  sandbox = "https://api.sandbox.midtrans.com",
  timeoutMs = 10_000,
}: Options = {}): Pay {
  return {
    ask: async ({ serverKey, transaction }) => {
      const house = isSandboxKey(serverKey) ? sandbox : live;
      const answer = await fetch(`${house}/v2/${encodeURIComponent(transaction)}/status`, {
        headers: { accept: "application/json", authorization: `Basic ${btoa(`${serverKey}:`)}` },
        // An answer is the gateway's own, or none.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await answer.text();
      if (answer.status >= 500) throw new Error(`Midtrans answered ${answer.status}.`);
      return text;
    },
  };
}
