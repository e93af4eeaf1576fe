"use client";

import { useState } from "react";
import { useRefusal } from "@/components/entry/use-refusal";
import { useFieldErrors } from "@/components/shell/field-errors";

export type Answer = { ok: true } | { ok: false; error: string; details?: unknown };

/** One form's life: busy, what the fields are told, and the sentence for everything else. */
export function useAnswer() {
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }> | null>(null);
  const errorOf = useFieldErrors(failed?.details);
  /** True when it was done. */
  const run = async (act: () => Promise<Answer>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const answer = await act().catch(() => ({ ok: false as const, error: "unavailable" }));
    setBusy(false);
    setFailed(answer.ok ? null : answer);
    return answer.ok;
  };
  return { busy, run, errorOf, problem: failed ? refusal(failed.error) : null, failed };
}
