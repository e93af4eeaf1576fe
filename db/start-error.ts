/** Something a person must put right before the program can run. Its message is shown alone, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Reads the code ("ENOSPC") of a system error; "" for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
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
