/** The bytes of a proof for whoever is signed in; null when they may not see it or there is no network. */
export async function openProof(agency: string, id: string): Promise<Blob | null> {
  const headers = { "x-agency": agency };
  try {
    const link = await fetch(`/api/v1/savings/proofs/${id}`, { headers });
    if (!link.ok) return null;
    const { url } = (await link.json()) as { url: string };
    const file = await fetch(url, { headers });
    return file.ok ? await file.blob() : null;
  } catch {
    return null;
  }
}

export type Sent = { id: string } | { refused: string } | "offline";

/** Sends the picture of a receipt ahead of its deposit. */
export async function sendProof(agency: string, file: File): Promise<Sent> {
  const body = new FormData();
  body.set("file", file);
  try {
    const answer = await fetch("/api/v1/savings/proofs", { method: "POST", headers: { "x-agency": agency }, body });
    const said = (await answer.json()) as { id: string; message: string };
    return answer.ok ? { id: said.id } : { refused: said.message };
  } catch {
    return "offline";
  }
}
