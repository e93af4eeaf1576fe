/** Whose pages a device keeps: every cache bears all three (R82). */
export type Who = { user: string; agency: string; locale: string };

export const whoKey = ({ agency, user, locale }: Who) => `${agency}:${user}:${locale}`;

/** The attribute by which a page says for whom it was drawn. */
export const FOR = "data-drawn-for";

/** The user for whom the page in this tab was drawn, whoever is signed in by now; null where it does not say. */
export const drawnFor = (): string | null =>
  document.querySelector(`[${FOR}]`)?.getAttribute(FOR)?.split(":")[1] ?? null;

/** What goes along with everything a page sends for its reader: the agency, and who that is. */
export const sentBy = (agency: string | undefined, user: string | null): Record<string, string> => ({
  ...(agency && { "x-agency": agency }),
  ...(user && { "x-person": user }),
});

/** The same of the page in this tab: it shows nobody what is another's, sends nothing in another's name, and is answered
 * in the language it is read in, which need not be the browser's own. */
export const fromPage = (agency?: string): Record<string, string> => {
  const language = document.querySelector("html")?.lang;
  return { ...sentBy(agency, drawnFor()), ...(language && { "accept-language": language }) };
};

/** When a kept page was kept, in ms. */
export const KEPT_AT = "x-kept-at";

/** The attribute by which a page that was kept says so itself, with the same. */
export const KEPT = "data-kept-at";

/** What a page tells the worker. */
export type ToWorker = { type: "keep"; who: Who; urls: string[] } | { type: "forget" } | { type: "use" };
