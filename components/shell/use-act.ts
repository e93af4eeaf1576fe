"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { keepKeys } from "@/components/ui/focus";
import { type ToastWords, toast } from "@/components/ui/toast";

/** What a server action answers. */
export type Answer<R> = { ok: true; value: R } | { ok: false; error: string; message: string; details?: unknown };
/** An act of a page, bound to its agency. */
export type Act<I, R = unknown> = (input: I) => Promise<Answer<R>>;
/** An act that makes something, once for each key. */
export type Making<I> = (input: I, key: string) => Promise<Answer<{ id: string }>>;

type After<R> = {
  /** Said when it is done. */
  said?: Omit<ToastWords, "kind">;
  done?: (value: R) => void;
  /** Takes the refusal in place of a toast: where the mistake was made is the better place. */
  refused?: (message: string, details: unknown) => void;
};

/** Runs an act, says what came of it and shows the page anew. `busy` lasts until the page has followed.
 * The key an act is given stays the same until somebody answers: what was done, but not heard of, is not done again. */
export function useAct() {
  const router = useRouter();
  const t = useTranslations("errors");
  const [busy, start] = useTransition();
  // What was pressed may be gone with what it did, and this with it.
  useEffect(() => (busy ? keepKeys : undefined), [busy]);
  const key = useRef<string | null>(null);
  const act = <R>(ask: (key: string) => Promise<Answer<R>>, { said, done, refused }: After<R> = {}) =>
    start(async () => {
      key.current ??= crypto.getRandomValues(new Uint32Array(4)).join("-");
      const answer = await ask(key.current).catch(() => null);
      if (!answer) return void toast({ text: t("offline"), kind: "offline" });
      key.current = null;
      if (!answer.ok) {
        if (answer.error === "idempotency_mismatch") router.refresh();
        if (refused) return refused(answer.message, answer.details);
        return void toast({ text: answer.message, kind: "failed" });
      }
      if (said) toast({ ...said, kind: "done" });
      done?.(answer.value);
      router.refresh();
    });
  return { busy, act };
}
