import { chownSync, copyFileSync, type Dirent, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "@/db/embedded/account";
import { codeOf } from "@/db/start-error";

export type CopyOptions = {
  /** Whether this file or folder comes along; `path` is relative to the root of the copy. All by default. */
  wanted?: (path: string) => boolean;
  /** Who shall own the copy. */
  owner?: Account;
  /** Told after each file, with its size. */
  copied?: (bytes: number) => void;
};

/** Copies a folder whose files may change and vanish meanwhile: what is gone by the time it is reached is left out. What
 * stands behind a link comes along. */
export function copyTree(from: string, into: string, options: CopyOptions = {}, path = ""): void {
  const { wanted = () => true, owner, copied } = options;
  const target = join(into, path);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (owner) chownSync(target, owner.uid, owner.gid);
  for (const entry of whileThere(() => readdirSync(join(from, path), { withFileTypes: true })) ?? []) {
    const inner = join(path, entry.name);
    if (!wanted(inner)) continue;
    const kind = whileThere(() => behind(entry, join(from, inner)));
    if (kind?.isDirectory()) copyTree(from, into, options, inner);
    else if (kind?.isFile()) {
      whileThere(() => {
        copyFileSync(join(from, inner), join(into, inner));
        if (owner) chownSync(join(into, inner), owner.uid, owner.gid);
        copied?.(statSync(join(into, inner)).size);
      });
    }
  }
}

const behind = (entry: Dirent, path: string) => (entry.isSymbolicLink() ? statSync(path) : entry);

function whileThere<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
