const HERE = "https://here.invalid";

/** A page of ours to go on to, or null: whatever leads to another site is not followed. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, HERE)) return null;
  const url = new URL(next, HERE);
  // Once its dots are walked, what is left may name another site by two strokes.
  const isOurs = url.origin === HERE && url.username === "" && !url.pathname.startsWith("//");
  return isOurs ? url.pathname + url.search + url.hash : null;
}

/** Letters and digits of a join code, however it was copied; null when none are left. */
export const joinPath = (code: unknown): string | null => {
  const clean =
    typeof code === "string"
      ? code
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, "")
          .slice(0, 20)
      : "";
  return clean ? `/join/${clean}` : null;
};

/** Where somebody goes after coming in: the place they wanted, their group, or their own start. */
export const destination = (next: unknown, code?: unknown): string => safeNext(next) ?? joinPath(code) ?? "/choose";

/** The start of whoever is in, at one agency if they are of it. */
export const chosen = (agency: string): string => `/choose?agency=${agency}`;

/** The agency whose page somebody wanted: the one they become a pilgrim of when they are new. */
export const agencyOf = (next: unknown): string | null =>
  /^(?:\/a\/|\/choose\?agency=)([a-z0-9-]+)(?:\/|$|\?)/.exec(safeNext(next) ?? "")?.[1] ?? null;

/** An address or number inside a sentence of either direction keeps its own. */
export const apart = (text: string) => `\u2068${text}\u2069`;

/** By the page that asks, once, what else on a login is its owner's: it leads on at once where nothing is asked. */
export const throughYours = (to: string) => `/yours?${new URLSearchParams({ next: to })}`;
