import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** What the databases of a whole run may come to, and as much again. */
const ROOM_BYTES = 4 * 1024 ** 3;

/** Where what nobody needs after the run is kept: in memory where the machine has plenty, or on its disk. */
export function fleetingPlace(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** A fresh folder that the database's system user may pass through too (mkdtemp's own mode shuts it out under root). */
export function scratchFolder(place = tmpdir()): { path: string; remove: () => void } {
  const path = mkdtempSync(join(place, "qafila-"));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
