type Given = { identifier: string; password: string } | { token: string };

/** Signs in through next-auth with its own token against forged forms. Answers the code of our refusal, null when in. */
export async function enter(given: Given): Promise<string | null> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...given, csrfToken, json: "true" });
    const way = "token" in given ? "link" : "credentials";
    const response = await fetch(`/api/auth/callback/${way}`, { method: "POST", body });
    if (response.ok) return null;
    const { url } = (await response.json()) as { url: string };
    return new URL(url).searchParams.get("error") ?? "internal";
  } catch {
    return navigator.onLine ? "unavailable" : "offline";
  }
}
