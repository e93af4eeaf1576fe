import type { Role, Stage } from "./stage";

/** Who may use an operation on what stands on the stage. Everybody not named here is denied. */
export type Entry = {
  input: (stage: Stage) => object;
  may: readonly Role[];
  /** Fields that name what is acted upon: for whoever it does not concern, a random name is answered the same. */
  names?: readonly string[];
  /** The thing lies within their reach, so they may be told that it exists and is not for them. */
  knows?: readonly Role[];
  /** The agency of the platform's path, where it is not the caller's own. */
  about?: (stage: Stage) => string;
  /** Who knocks at its route, where the first of those who may would change what later calls find. */
  caller?: "superAdmin";
  /** What a random name looks like, where it is no id. */
  random?: () => string;
};
