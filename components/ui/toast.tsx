"use client";

import { CircleCheck, CloudOff, Info, OctagonAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";

export type ToastKind = "done" | "failed" | "info" | "offline";
export type ToastWords = {
  text: string;
  kind?: ToastKind;
  action?: { label: string; run: () => void };
  /** ms in sight; 6 s unless told, 30 s with an action, for ever when it failed. */
  lasts?: number;
};
type Toast = ToastWords & { id: number };

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const empty: readonly Toast[] = [];

function change(next: readonly Toast[]): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** Says it in the corner of every screen. @returns a function that takes it away */
export function toast(words: ToastWords): () => void {
  const id = ++last;
  // The newest three: more would hide the work they speak about.
  change([...shown.slice(-2), { ...words, id }]);
  return () => dismiss(id);
}

const dismiss = (id: number) => change(shown.filter((one) => one.id !== id));
const lifeOf = ({ kind, action, lasts }: ToastWords) =>
  lasts ?? (kind === "failed" ? Number.POSITIVE_INFINITY : action ? 30_000 : 6_000);

const icons = { done: CircleCheck, failed: OctagonAlert, info: Info, offline: CloudOff } as const;
const inks = {
  done: "text-[oklch(0.82_0.12_160)]",
  failed: "text-[oklch(0.8_0.1_24)]",
  info: "text-[oklch(0.8_0.09_245)]",
  offline: "text-lamp",
} as const;

/** Where toasts appear; stands once in the root layout. */
export function Toaster() {
  const t = useTranslations("common");
  const subscribe = (tell: () => void) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  };
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => empty,
  );
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "F8")
        [...(region.current?.querySelectorAll<HTMLElement>(".toast") ?? [])].at(-1)?.querySelector("button")?.focus();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return (
    // `aria-live`: an open dialog hides from readers all that has none; what is said aloud, each toast says itself.
    <section ref={region} aria-live="off" aria-label={t("notices")} className="toasts">
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </section>
  );
}

function ToastCard({ toast: one }: { toast: Toast }) {
  const t = useTranslations("common");
  const card = useRef<HTMLDivElement>(null);
  const { id, text, kind = "info", action } = one;
  const life = lifeOf(one);
  useEffect(() => {
    if (!Number.isFinite(life)) return;
    // Whoever is reading or reaching for it keeps it.
    const leave = () => {
      if (card.current?.matches(":hover, :focus-within")) timer = setTimeout(leave, 2_000);
      else dismiss(id);
    };
    let timer = setTimeout(leave, life);
    return () => clearTimeout(timer);
  }, [life, id]);
  const Icon = icons[kind];
  return (
    <div ref={card} role={kind === "failed" ? "alert" : "status"} className="toast">
      <Icon aria-hidden size={18} strokeWidth={1.75} className={`flex-none ${inks[kind]}`} />
      <span className="min-w-0 flex-1">{text}</span>
      {action ? (
        <button
          type="button"
          className="toast-act"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        className="grid size-8 flex-none place-items-center rounded-md"
        aria-label={t("dismiss")}
        onClick={() => dismiss(id)}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
}
