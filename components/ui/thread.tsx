import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type StopState = "done" | "now" | "next";
export type Stop = { id: string; label: ReactNode; state: StopState; detail?: ReactNode; end?: ReactNode };

/** One stop's sign: filled (with a check from 14 px on), lamp with ink edge, hollow ring. @param size px of the plain stop */
function StopSign({ state, size = 14 }: { state: StopState; size?: number }) {
  if (state === "now") {
    return (
      <svg width={size + 6} height={size + 6} viewBox="0 0 20 20" aria-hidden="true" className="thread-stop">
        <circle cx="10" cy="10" r="8.4" className="fill-lamp stroke-(--stop-edge,var(--ink))" strokeWidth="1.8" />
      </svg>
    );
  }
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" className="thread-stop">
      {state === "done" ? (
        <>
          <circle cx="7" cy="7" r="7" className="fill-d1" />
          {size >= 14 ? (
            <path
              d="m4 7.3 2.1 2.1L10 5.2"
              className="fill-none stroke-surface"
              strokeWidth="1.7"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ) : null}
        </>
      ) : (
        <circle cx="7" cy="7" r="5.6" className="fill-surface stroke-line-strong" strokeWidth="1.6" />
      )}
    </svg>
  );
}

const leads = (stop: Stop) => (stop.state === "next" ? "bg-line" : "bg-d1");

/** Half of the way between two stops, drawn in each one's own column: columns are as wide as their words. */
const Lead = ({ to, className }: { to: Stop | undefined; className: string }) =>
  to ? <span aria-hidden className={`absolute top-[9px] h-0.5 max-[17rem]:hidden ${className} ${leads(to)}`} /> : null;

/** A journey across, up to five stops. */
export function Thread({ stops, label, className }: { stops: readonly Stop[]; label: string; className?: string }) {
  const t = useTranslations("common.stop");
  return (
    <ol
      aria-label={label}
      className={`grid auto-cols-[minmax(min-content,1fr)] grid-flow-col max-[17rem]:grid-flow-row max-[17rem]:gap-y-2 ${className ?? ""}`}
    >
      {stops.map((stop, index) => (
        <li
          key={stop.id}
          aria-current={stop.state === "now" ? "step" : undefined}
          className="relative flex flex-col items-center gap-1 px-0.5 text-center sm:px-1"
        >
          <Lead to={index ? stop : undefined} className="start-0 end-1/2" />
          <Lead to={stops[index + 1]} className="start-1/2 end-0" />
          <span className="relative z-10 grid h-5 place-items-center">
            <StopSign state={stop.state} size={12} />
          </span>
          <span
            className={`text-xs ${stop.state === "now" ? "font-semibold" : stop.state === "next" ? "text-ink-3" : "font-medium"}`}
          >
            {stop.label}
            <span className="sr-only">, {t(stop.state)}</span>
          </span>
          {stop.detail ? <span className="text-xs text-ink-3">{stop.detail}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** A journey downwards, any length: the day, a preparation list, a booking's life. */
export function ThreadList({ stops, label, className }: { stops: readonly Stop[]; label: string; className?: string }) {
  const t = useTranslations("common.stop");
  return (
    <ol aria-label={label} className={`flex flex-col ${className ?? ""}`}>
      {stops.map((stop, index) => (
        <li
          key={stop.id}
          aria-current={stop.state === "now" ? "step" : undefined}
          className="relative flex min-h-(--row) items-start gap-3 py-2"
        >
          {index ? <span aria-hidden className={`absolute start-[11px] top-0 h-2.5 w-0.5 ${leads(stop)}`} /> : null}
          {stops[index + 1] ? (
            <span
              aria-hidden
              className={`absolute start-[11px] top-7 bottom-0 w-0.5 ${leads(stops[index + 1] ?? stop)}`}
            />
          ) : null}
          <span className="relative grid h-6 w-6 flex-none place-items-center">
            <StopSign state={stop.state} size={18} />
          </span>
          <span
            className={`min-w-0 flex-1 ${stop.state === "now" ? "font-semibold" : stop.state === "done" ? "text-ink-2" : ""}`}
          >
            {stop.label}
            <span className="sr-only">, {t(stop.state)}</span>
            {stop.detail ? <span className="block text-sm font-normal text-ink-3">{stop.detail}</span> : null}
          </span>
          {stop.end ? (
            <span className={`text-end ${stop.state === "now" ? "font-semibold" : "text-ink-2"}`}>{stop.end}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
