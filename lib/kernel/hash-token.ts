import { createHash } from "node:crypto";

/** What is kept of a token that somebody else holds: as long as it is random, nobody finds it by its hash. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");
