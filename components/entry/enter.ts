type Given =
  | { identifier: string; password: string }
  | { identifier: string; code: string; name?: string }
  | { token: string; handedOver?: true };

const wayOf = (given: Given) =>
  "password" in given ? "credentials" : "code" in given ? "code" : given.handedOver ? "handover" : "link";

/** Signs in through next-auth with its own token against forged forms. Answers the code of our refusal, null when in.
 * @param agency the slug of the agency at whose door somebody stands, where the host does not say it */
export async function enter(given: Given, agency: string | null = null): Promise<string | null> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...(given as Record<string, string>), csrfToken, json: "true" });
    const headers = agency ? { "x-agency": agency } : undefined;
    const response = await fetch(`/api/auth/callback/${wayOf(given)}`, { method: "POST", body, headers });
    if (response.ok) return null;
    const { url } = (await response.json()) as { url: string };
    return new URL(url).searchParams.get("error") ?? "internal";
  } catch {
    return navigator.onLine ? "unavailable" : "offline";
  }
}
