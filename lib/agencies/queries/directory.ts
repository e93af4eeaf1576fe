import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { LookUp } from "../contract/directory";
import { findEntry } from "../store/directory";

/** Whose join code or tracker token this is, before anybody is inside an agency. Null for unknown and expired alike. */
export const lookUp = query({
  name: "agencies.look_up",
  input: LookUp,
  fence: "platform",
  load: nothing,
  allow: anyone,
  run: (work, { kind, key }) => findEntry(work, kind, key),
});

/** Plain verb: what this code opens in the agency of the work. */
export const findByCode = (work: Work, code: string) => findEntry(work, "join_code", code);
