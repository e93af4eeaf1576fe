"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, type ReactNode, useId, useRef, useState } from "react";

export type SheetStop = "peek" | "half" | "full";
const order: readonly SheetStop[] = ["peek", "half", "full"];
const shares: Record<SheetStop, number> = { peek: 0, half: 0.52, full: 0.94 };

type SheetProps = {
  label: string;
  stop: SheetStop;
  onStop: (stop: SheetStop) => void;
  /** Height in px that stays in sight at the lowest stop. */
  peek?: number;
  children: ReactNode;
  className?: string;
};

/** Lies over a map, in a positioned parent, at one of three heights. Drag the grip or press it: no gesture is needed. */
export function Sheet({ label, stop, onStop, peek = 128, children, className }: SheetProps) {
  const t = useTranslations("common");
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const from = useRef<{ y: number; height: number } | null>(null);
  // A drag ends in a click too, which must not step once more.
  const moved = useRef(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const room = () => box.current?.parentElement?.clientHeight ?? 0;

  const start = (event: PointerEvent<HTMLButtonElement>) => {
    from.current = { y: event.clientY, height: box.current?.clientHeight ?? 0 };
    moved.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (!from.current) return;
    const height = from.current.height + from.current.y - event.clientY;
    if (Math.abs(event.clientY - from.current.y) > 4) moved.current = true;
    if (moved.current) setDragged(Math.min(Math.max(height, 40), room() * shares.full));
  };
  const end = () => {
    from.current = null;
    if (dragged === null) return;
    const heights = order.map((one) => [one, one === "peek" ? peek : room() * shares[one]] as const);
    const [nearest = "half"] = heights.toSorted((a, b) => Math.abs(a[1] - dragged) - Math.abs(b[1] - dragged))[0] ?? [];
    setDragged(null);
    onStop(nearest);
  };
  const step = stop === "full" ? "peek" : (order[order.indexOf(stop) + 1] ?? "half");
  const height = dragged ?? (stop === "peek" ? peek : `${shares[stop] * 100}%`);

  return (
    <section
      ref={box}
      aria-label={label}
      className={`sheet ${className ?? ""}`}
      style={{ height }}
      data-dragging={dragged === null ? undefined : ""}
    >
      <button
        type="button"
        className="sheet-grip"
        aria-controls={id}
        aria-expanded={stop !== "peek"}
        aria-label={stop === "full" ? t("sheetLess") : t("sheetMore")}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={(event) => (event.detail === 0 || !moved.current) && onStop(step)}
      />
      <div id={id} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {children}
      </div>
    </section>
  );
}
