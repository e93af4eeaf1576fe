import type { Call } from "./call";
import { addMs } from "./clock";
import { MINUTE } from "./durations";
import { isSame } from "./sealed";

/** PRODUCT 4.4: links to private files are short-lived. */
const LINK_MS = 5 * MINUTE;
type Lender = Pick<Call, "seal" | "agencyId" | "now">;

const passFor = ({ seal, agencyId }: Lender, purpose: string, id: string, until: number) =>
  `${until}.${seal(purpose, `${agencyId}:${id}:${until}`)}`;

/** What opens one private file for five minutes, in this agency. @param purpose whose files: another's pass is worth nothing */
export function lendPass(call: Lender, purpose: string, id: string): { pass: string; expiresAt: Date } {
  const expiresAt = addMs(call.now, LINK_MS);
  return { pass: passFor(call, purpose, id, expiresAt.getTime()), expiresAt };
}

/** Is this pass ours, of this very file, and not run out? Who shows it must still be one who may see the file. */
export function isPassGood(call: Lender, purpose: string, id: string, pass: string): boolean {
  const until = Number(pass.split(".")[0]);
  return isSame(pass, passFor(call, purpose, id, until)) && until > call.now.getTime();
}
