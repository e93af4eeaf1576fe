const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** Names an agency can never have, because they mean something in a host or a path. */
export const RESERVED = new Set(
  "office owner manager lead provider gate my admin api www a app static mail status docs".split(" "),
);
/** May this be an agency's name in hosts and paths? Two hyphens in a row are punycode's. */
export const isSlug = (slug: string) => SLUG.test(slug) && !slug.includes("--") && !RESERVED.has(slug);
