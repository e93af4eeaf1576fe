import type { WaitingList } from "@/lib/agencies/contract/platform";

/** As the API writes it. */
export type Waiting = Omit<WaitingList["data"][number], "at"> & { at: string | null };

let flying: Promise<Waiting[]> | null = null;

/** What waits for the platform; those who ask at the same moment share the answer. @throws without an answer */
export function readWaiting(): Promise<Waiting[]> {
  flying ??= ask().finally(() => {
    flying = null;
  });
  return flying;
}

async function ask(): Promise<Waiting[]> {
  const response = await fetch("/api/v1/admin/waiting");
  if (!response.ok) throw new Error(`waiting answered ${response.status}`);
  return ((await response.json()) as { data: Waiting[] }).data;
}
