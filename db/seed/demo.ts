import type { Runtime } from "@/server/runtime";

/** One way in to the demo, printed once: made for this installation only. */
export type DemoLogin = { agency: string; role: string; identifier: string; password: string; path: string };

/** Fills an empty house with two agencies by using commands; whoever writes db/seed/agencies.ts makes this call it. */
export async function seedDemo(_house: Runtime): Promise<DemoLogin[]> {
  return [];
}
