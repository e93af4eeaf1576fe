const around = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return `${(15.2 + 8.2 * Math.cos(angle)).toFixed(2)} ${(15.2 + 8.2 * Math.sin(angle)).toFixed(2)}`;
};

/** The mark: a ring open at the lower right with the lamp in the gap. Never below 20 px; `tile` sets it on petrol. */
export function Mark({ size = 28, tile, className }: { size?: number; tile?: boolean; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={`flex-none ${className ?? ""}`}>
      {tile ? <rect width="32" height="32" rx="9" className="fill-petrol-950" /> : null}
      <path
        d={`M${around(80)} A8.2 8.2 0 1 1 ${around(10)}`}
        fill="none"
        stroke={tile ? "#fff" : "currentColor"}
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <circle cx="22.6" cy="22.6" r="3.4" className="fill-lamp" />
    </svg>
  );
}
