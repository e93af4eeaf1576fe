/** The least round number that is not below this. */
export function roundUp(amount: number): number {
  const zeros = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  return zeros * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((one) => one * zeros >= amount) ?? 10);
}

/** What the lines of a chart stand for, at its inline end: as high as the chart, the highest first. */
export const Axis = ({ labels }: { labels: readonly string[] }) => (
  <div aria-hidden className="tn -my-2 flex flex-none flex-col justify-between text-ink-3 text-xs">
    {labels.map((label) => (
      <span key={label}>{label}</span>
    ))}
  </div>
);
