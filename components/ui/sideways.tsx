import type { ReactNode } from "react";

type SidewaysProps = { label: string; className?: string; children: ReactNode };

/** Whoever has only keys would see the left half. */
const byKeys = { tabIndex: 0 };

/** A sheet that is wider than a phone is moved sideways, by keys too. On paper it is whole. */
export const Sideways = ({ label, className = "", children }: SidewaysProps) => (
  <section aria-label={label} {...byKeys} className={`overflow-x-auto print:overflow-visible ${className}`}>
    {children}
  </section>
);
