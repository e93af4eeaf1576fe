import { hash, verify } from "@node-rs/argon2";
import { verify as verifyBcrypt } from "@node-rs/bcrypt";
import { invalid } from "@/lib/kernel/fault";

/** Typed on another keyboard, the same letters may be other code points. */
const plain = (password: string) => password.normalize("NFKC");

/** argon2id with the library's parameters (OWASP: 19 MiB, two passes); about 25 ms off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password));

/** Hashes that came along from an older system; they are replaced at the next log-in. */
export const isImported = (passwordHash: string | null): boolean => passwordHash?.startsWith("$2") ?? false;

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist, or has no password, as for a wrong one. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const against = passwordHash ?? (await decoy);
  // The old system hashed what was typed, as it was.
  const check = isImported(against) ? verifyBcrypt(password, against) : verify(against, plain(password));
  return (await check.catch(() => false)) && passwordHash !== null;
}

/** @throws Fault `validation` for a password that is one of the names its owner has */
export function judgePassword(password: string, names: readonly (string | null | undefined)[], field = "password") {
  const typed = password.trim().toLowerCase();
  if (names.some((name) => name?.toLowerCase() === typed)) throw invalid(field, "same_as_identifier");
}
