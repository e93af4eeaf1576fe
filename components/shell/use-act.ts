"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";
import { keepKeys } from "@/components/ui/focus";
import { type ToastWords, toast } from "@/components/ui/toast";

/** What a server action answers. */
export type Answer<R> = { ok: true; value: R } | { ok: false; error: string; message: string; details?: unknown };
/** An act of a page, bound to its agency. */
export type Act<I, R = unknown> = (input: I) => Promise<Answer<R>>;

type After<R> = {
  /** Said when it is done. */
  said?: Omit<ToastWords, "kind">;
  done?: (value: R) => void;
  /** Takes the refusal in place of a toast: where the mistake was made is the better place. */
  refused?: (message: string, details: unknown) => void;
};

/** Runs an act, says what came of it and shows the page anew. `busy` lasts until the page has followed. */
export function useAct() {
  const router = useRouter();
  const t = useTranslations("errors");
  const [busy, start] = useTransition();
  // What was pressed may be gone with what it did, and this with it.
  useEffect(() => (busy ? keepKeys : undefined), [busy]);
  const act = <R>(ask: () => Promise<Answer<R>>, { said, done, refused }: After<R> = {}) =>
    start(async () => {
      const answer = await ask().catch(() => null);
      if (!answer) return void toast({ text: t("offline"), kind: "offline" });
      if (!answer.ok) {
        if (refused) return refused(answer.message, answer.details);
        return void toast({ text: answer.message, kind: "failed" });
      }
      if (said) toast({ ...said, kind: "done" });
      done?.(answer.value);
      router.refresh();
    });
  return { busy, act };
}
