import type { ReactNode } from "react";

type StateProps = { title: string; text?: ReactNode; action?: ReactNode; className?: string };

function State({ title, text, action, className, drawing }: StateProps & { drawing: ReactNode }) {
  return (
    <div className={`flex flex-col items-center gap-2 px-6 py-10 text-center ${className ?? ""}`}>
      {drawing}
      <h2 className="mt-2 text-md font-semibold text-balance">{title}</h2>
      {text ? <p className="max-w-sm text-ink-2 text-pretty">{text}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2.5">{action}</div> : null}
    </div>
  );
}

/** Nothing here yet: one sentence, one next act. The route is unfinished, the lamp is ahead. */
export function EmptyState(props: StateProps) {
  const drawing = (
    <svg width="124" height="30" viewBox="0 0 124 30" aria-hidden="true" className="mirror fill-none">
      <path
        d="M14 20c26-16 58 10 90-8"
        className="stroke-line-strong"
        strokeWidth="1.5"
        strokeDasharray="1.5 5"
        strokeLinecap="round"
      />
      <circle cx="9" cy="21" r="4.5" className="stroke-line-strong" strokeWidth="1.5" />
      <circle cx="112" cy="10" r="6.5" className="fill-lamp stroke-ink" strokeWidth="1.5" />
    </svg>
  );
  return <State {...props} drawing={drawing} />;
}

/** What failed, which row, what to do; whatever the person typed stays. */
export function ErrorState(props: StateProps) {
  const drawing = (
    <svg
      width="124"
      height="30"
      viewBox="0 0 124 30"
      aria-hidden="true"
      className="mirror fill-none"
      strokeLinecap="round"
    >
      <path d="M12 15h40" className="stroke-d1" strokeWidth="2" />
      <circle cx="10" cy="15" r="4.5" className="fill-d1" />
      <path d="m56 8 12 14M68 8 56 22" className="stroke-bad" strokeWidth="2.4" />
      <path d="M74 15h34" className="stroke-line-strong" strokeWidth="1.5" strokeDasharray="1.5 5" />
      <circle cx="114" cy="15" r="4.5" className="stroke-line-strong" strokeWidth="1.5" />
    </svg>
  );
  return <State {...props} drawing={drawing} />;
}
