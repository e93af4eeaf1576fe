import type { ReactNode } from "react";

type SidewaysProps = { label: string; children: ReactNode };

/** A sheet that is wider than a phone is moved sideways, by keys too. On paper it is whole. */
export const Sideways = ({ label, children }: SidewaysProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it whoever has only keys sees the left half.
  <section aria-label={label} tabIndex={0} className="overflow-x-auto print:overflow-visible">
    {children}
  </section>
);
