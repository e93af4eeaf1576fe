import { hash, verify } from "@node-rs/argon2";

/** Typed on another keyboard, the same letters may be other code points. */
const plain = (password: string) => password.normalize("NFKC");

/** argon2id with the library's parameters (OWASP: 19 MiB, two passes); about 25 ms off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password));

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist, or has no password, as for a wrong one. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const matches = await verify(passwordHash ?? (await decoy), plain(password)).catch(() => false);
  return matches && passwordHash !== null;
}
