/** Something a person must put right before the program can run. Its message is shown alone, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Reads the code ("ENOSPC") of a system error; "" for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** How the system and PostgreSQL say that a disk has no room. */
const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);
/** The error that says so, of all that stand one behind the other. */
const findFull = (error: unknown): Error | null =>
  error instanceof Error ? (FULL.has(codeOf(error)) ? error : findFull(error.cause)) : null;

/** What the person at the terminal reads about a start that failed: what to put right, or where it broke. */
export function tellFailedStart(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const full = findFull(error);
  if (!full) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The disk is full (${full.message}). Free some space where the data folder and the database lie, or set DATA_DIR to a folder on another disk.`;
}

const REASONS: Record<string, string> = {
  EACCES: "permission was denied",
  EPERM: "the operation is not permitted (the folder may be immutable or belong to another user)",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "a file of that name is in the way",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
};

/** Turns a file-system error into a StartError that names the path and the reason; other errors pass unchanged. */
export function fileTrouble(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const reason = REASONS[code];
  if (!reason) return error;
  const advice =
    code === "ENOSPC" || code === "EDQUOT"
      ? "Free some space, or set DATA_DIR to a folder on another disk."
      : "Make the folder writable for this user, or set DATA_DIR to another folder.";
  return new StartError(`The data folder cannot be written: ${path}: ${reason}. ${advice}`);
}
