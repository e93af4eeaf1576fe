import type { ReactNode } from "react";

type LampCardProps = {
  label: ReactNode;
  /** At the inline end of the label: an hour, "day 4 of 10". */
  end?: ReactNode;
  title: ReactNode;
  /** What it is about, in one or two lines. */
  children?: ReactNode;
  /** The one next act of the screen. */
  action?: ReactNode;
};

/** What to do now. One per screen, always ink on lamp. */
export function LampCard({ label, end, title, children, action }: LampCardProps) {
  return (
    <section className="flex flex-col gap-1 rounded-[1.625rem] border border-lamp-edge bg-lamp p-5 text-on-lamp">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
        <p>{label}</p>
        {end ? <p className="tn">{end}</p> : null}
      </div>
      <h2 className="display text-[2rem] leading-tight font-bold text-balance rtl:leading-normal">{title}</h2>
      {children}
      {action ? <div className="mt-3 flex flex-col gap-2">{action}</div> : null}
    </section>
  );
}
