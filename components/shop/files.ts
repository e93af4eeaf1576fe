/** Sends a product's picture. @returns why it was refused, `offline`, or null when it is kept */
export async function sendPhoto(agency: string, id: string, file: File): Promise<string | null> {
  const body = new FormData();
  body.set("file", file);
  try {
    const answer = await fetch(`/api/v1/products/${id}/photo`, {
      method: "POST",
      headers: { "x-agency": agency },
      body,
    });
    return answer.ok ? null : ((await answer.json()) as { message: string }).message;
  } catch {
    return "offline";
  }
}
