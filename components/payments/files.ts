import type { Proof } from "@/lib/payments/contract/proof";

/** The bytes of a proof for whoever is signed in; null when they may not see it or there is no network. */
export async function openProof(agency: string, id: string): Promise<Blob | null> {
  const headers = { "x-agency": agency };
  try {
    const link = await fetch(`/api/v1/proofs/${id}/link`, { headers });
    if (!link.ok) return null;
    const { url } = (await link.json()) as { url: string };
    const file = await fetch(url, { headers });
    return file.ok ? await file.blob() : null;
  } catch {
    return null;
  }
}

export type Sent = { proof: Proof } | { refused: string } | "offline";

/** Sends the picture of a transfer. `amount`: minor units, where it is not what is asked for. */
export async function sendProof(agency: string, invoiceId: string, file: File, amount?: number): Promise<Sent> {
  const body = new FormData();
  body.set("file", file);
  if (amount) body.set("amount", String(amount));
  const path = `/api/v1/invoices/${invoiceId}/proofs`;
  try {
    const answer = await fetch(path, { method: "POST", headers: { "x-agency": agency }, body });
    const said = await answer.json();
    return answer.ok ? { proof: said as Proof } : { refused: (said as { message: string }).message };
  } catch {
    return "offline";
  }
}
