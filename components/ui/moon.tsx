/** SVG path of the lit part in a 100 x 100 box. @param day 1 to 30 of the Hijri month */
export function moonPath(day: number): string {
  const phase = (day - 0.5) / 29.5;
  const bulge = Math.abs(Math.cos(2 * Math.PI * phase) * 48).toFixed(2);
  const waxing = phase < 0.5;
  const crescent = phase < 0.25 || phase > 0.75;
  return `M50 2A48 48 0 0 ${waxing ? 1 : 0} 50 98A${bulge} 48 0 0 ${waxing === crescent ? 0 : 1} 50 2Z`;
}

/** The moon of a Hijri day: data beside a date that says the day in words, so silent for screen readers. */
export function Moon({ day, size = 20, className }: { day: number; size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 100 100" aria-hidden="true" className={`flex-none ${className ?? ""}`}>
      <circle cx="50" cy="50" r="48" fill="oklch(0.36 0.05 219)" />
      <path d={moonPath(day)} fill="oklch(0.93 0.055 95)" />
    </svg>
  );
}
