/** Whose pages a device keeps: every cache bears all three (R82). */
export type Who = { user: string; agency: string; locale: string };

export const whoKey = ({ agency, user, locale }: Who) => `${agency}:${user}:${locale}`;

/** The attribute by which a page says for whom it was drawn. */
export const FOR = "data-drawn-for";

/** When a kept page was kept, in ms. */
export const KEPT_AT = "x-kept-at";

/** What a page tells the worker. */
export type ToWorker = { type: "keep"; who: Who; urls: string[] } | { type: "forget" } | { type: "use" };
