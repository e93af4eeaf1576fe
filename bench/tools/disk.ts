import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A cloud disk acknowledges a flush in about 2 ms; this one here may do it from memory. */
export const SLOW_US = 2_000;

const SOURCE = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
static volatile int *delay;
__attribute__((constructor)) static void open_delay(void) {
  const char *path = getenv("BENCH_FSYNC_DELAY");
  int file = path ? open(path, O_RDONLY) : -1;
  void *map = file < 0 ? MAP_FAILED : mmap(0, sizeof(int), PROT_READ, MAP_SHARED, file, 0);
  if (map != MAP_FAILED) delay = map;
  if (file >= 0) close(file);
}
static int slowly(const char *name, int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  if (delay && *delay > 0) usleep(*delay);
  return real(file);
}
int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }
`;

export type Disk = { env: Record<string, string>; set: (delayUs: number) => void; close: () => void };

/**
 * A library that PostgreSQL loads first and that waits before every flush; how long stands in a shared word, so that
 * one server can have a fast and a slow disk in turn. Null where there is no C compiler.
 */
export function buildDisk(folder: string): Disk | null {
  const word = join(folder, "fsync-delay-us");
  const library = join(folder, "slow-disk.so");
  writeFileSync(word, Buffer.alloc(4));
  writeFileSync(join(folder, "slow-disk.c"), SOURCE);
  try {
    execFileSync("gcc", ["-O2", "-shared", "-fPIC", "-o", library, join(folder, "slow-disk.c"), "-ldl"], {
      stdio: "pipe",
    });
  } catch {
    return null;
  }
  chmodSync(library, 0o755);
  chmodSync(word, 0o644);
  const file = openSync(word, "r+");
  const set = (delayUs: number) => {
    const value = Buffer.alloc(4);
    value.writeInt32LE(delayUs);
    writeSync(file, value, 0, 4, 0);
  };
  return { env: { LD_PRELOAD: library, BENCH_FSYNC_DELAY: word }, set, close: () => closeSync(file) };
}
