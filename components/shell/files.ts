import { fromPage } from "@/components/offline/who";

/** Hands a file to the browser. */
export function saveBlob(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // The download has its own hold on the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(href), 1_000);
}

/** Fetches a file of this agency and hands it to the browser.
 * @returns why it could not be had, or null */
export async function saveFrom(agency: string, path: string, name: string): Promise<"offline" | "refused" | null> {
  const answer = await fetch(path, { headers: fromPage(agency) }).catch(() => null);
  if (!answer?.ok) return answer ? "refused" : "offline";
  saveBlob(name, await answer.blob());
  return null;
}

/** The bytes behind a short-lived link, for whoever is signed in; null when they may not see it or there is no network.
 * @param path what gives the link out */
export async function openLinked(agency: string, path: string): Promise<Blob | null> {
  const headers = fromPage(agency);
  try {
    const link = await fetch(path, { headers });
    if (!link.ok) return null;
    const { url } = (await link.json()) as { url: string };
    const file = await fetch(url, { headers });
    return file.ok ? await file.blob() : null;
  } catch {
    return null;
  }
}

export type Uploaded<T> = { kept: T } | { refused: string; details?: unknown } | "offline";

/** Sends a file to the API itself: an action would carry its bytes twice.
 * @param agency null for what belongs to the person alone */
export async function upload<T>(
  agency: string | null,
  path: string,
  file: File,
  method: "POST" | "PUT" = "POST",
): Promise<Uploaded<T>> {
  const body = new FormData();
  body.set("file", file);
  try {
    const answer = await fetch(path, { method, headers: fromPage(agency ?? undefined), body });
    const said = await answer.json();
    if (answer.ok) return { kept: said as T };
    const { message: refused, details } = said as { message: string; details?: unknown };
    return { refused, details };
  } catch {
    return "offline";
  }
}

/** What became of a file, as an act of a page answers. @throws where there is no network */
export function asAnswer<T>(sent: Uploaded<T>) {
  if (sent === "offline") throw new Error(sent);
  if ("kept" in sent) return { ok: true as const, value: sent.kept };
  return { ok: false as const, error: "refused", message: sent.refused };
}
