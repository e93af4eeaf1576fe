import type { ReactNode } from "react";

type CardProps = { children: ReactNode; title?: ReactNode; aside?: ReactNode; flush?: boolean; className?: string };

/** A flat sheet with a hairline. `flush` leaves the padding to lists and tables inside; cards never stand in cards. */
export function Card({ children, title, aside, flush, className }: CardProps) {
  return (
    <section className={`card ${flush ? "overflow-clip" : "p-(--pad-card)"} ${className ?? ""}`}>
      {title ? (
        <header
          className={`flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 ${flush ? "px-(--pad-card) pt-4 pb-3" : "pb-3"}`}
        >
          <h2 className="text-md font-semibold">{title}</h2>
          {aside ? <div className="text-sm text-ink-3">{aside}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}

/** One row of a flush card: something at the start, words, something at the end; beneath them, where text is large. */
export function Row({
  start,
  children,
  end,
  className,
}: {
  start?: ReactNode;
  children: ReactNode;
  end?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={`flex min-h-(--row) flex-wrap items-center gap-3 border-t border-line px-(--pad-card) py-2.5 first:border-t-0 ${className ?? ""}`}
    >
      {start}
      <div className="min-w-[min(100%,8rem)] flex-1">{children}</div>
      {end ? <div className="ms-auto">{end}</div> : null}
    </div>
  );
}
