import type { ReactNode } from "react";
import { moonPath } from "./moon";

export type Sky = "isya" | "subuh" | "duha" | "magrib";

/** Far to near. */
type Tones = readonly [string, string, string, string];
const skies: Record<Sky, Tones> = {
  isya: ["oklch(0.285 0.047 219)", "oklch(0.325 0.053 218)", "oklch(0.37 0.06 217)", "oklch(0.43 0.068 215)"],
  subuh: ["oklch(0.82 0.05 228)", "oklch(0.69 0.068 222)", "oklch(0.56 0.076 218)", "oklch(0.44 0.07 216)"],
  duha: ["oklch(0.925 0.045 100)", "oklch(0.83 0.06 100)", "oklch(0.70 0.065 112)", "oklch(0.54 0.06 135)"],
  magrib: ["oklch(0.84 0.085 68)", "oklch(0.70 0.115 48)", "oklch(0.56 0.11 38)", "oklch(0.41 0.08 28)"],
};
const ridges = [
  [
    [0.62, 0.46, 0.58, 0.4, 0.55, 0.36],
    [0.78, 0.62, 0.74, 0.6, 0.7, 0.64],
    [0.92, 0.8, 0.88, 0.82, 0.76, 0.84],
  ],
  [
    [0.52, 0.6, 0.44, 0.58, 0.38, 0.52],
    [0.7, 0.76, 0.6, 0.72, 0.66, 0.58],
    [0.84, 0.9, 0.8, 0.86, 0.92, 0.82],
  ],
  [
    [0.44, 0.58, 0.5, 0.4, 0.6, 0.46],
    [0.66, 0.72, 0.78, 0.62, 0.7, 0.76],
    [0.8, 0.86, 0.78, 0.9, 0.84, 0.92],
  ],
] as const;
const W = 400;
const H = 170;

function ridge(heights: readonly number[]): string {
  const step = W / 5;
  const at = (index: number) => ((heights[index] ?? 0.5) * H).toFixed(1);
  const curves = [1, 2, 3, 4, 5].map(
    (i) => `C${(i - 0.5) * step} ${at(i - 1)} ${(i - 0.5) * step} ${at(i)} ${i * step} ${at(i)}`,
  );
  return `M0 ${at(0)}${curves.join("")}V${H}H0Z`;
}

/** A night in an agency's own colour: never lighter than it, so white words stay as readable as they are on it. */
function nightIn(colour: string): Tones {
  const at = (share: number) => `color-mix(in oklab, ${colour} ${share}%, black)`;
  return [at(55), at(68), at(82), colour];
}

type HorizonProps = {
  sky?: Sky;
  /** An agency's own colour (#rrggbb) for the night sky. */
  colour?: string | null;
  /** Hijri day of the date the cover stands for. */
  moonDay: number;
  /** Much wider than tall: the outline is stretched, since cutting would leave only its foot. */
  wide?: boolean;
  /** Picks one of three outlines, so that neighbours differ. */
  seed?: number;
  className?: string;
  /** Lies over the sky. */
  children?: ReactNode;
};

/** The cover where there is no photo: flat sky, three ridges, the moon. Fills its box; give that a height. */
export function Horizon({ sky = "isya", colour, moonDay, wide, seed = 0, className, children }: HorizonProps) {
  const [far, ...near] = colour ? nightIn(colour) : skies[sky];
  const night = sky === "isya";
  const lines = ridges[seed % 3] ?? ridges[0];
  return (
    <div className={`relative overflow-hidden ${className ?? ""}`} style={{ background: far }}>
      <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute end-[12%] top-[14%] size-14 max-h-2/5">
        <circle
          cx="50"
          cy="50"
          r="48"
          fill={night && !colour ? "oklch(0.33 0.05 218)" : `color-mix(in oklab, ${near[0]} 45%, ${far})`}
        />
        <path d={moonPath(moonDay)} fill={night ? "oklch(0.93 0.055 95)" : "oklch(0.99 0.015 95)"} />
      </svg>
      <svg
        viewBox={`0 0 ${W} ${H}`}
        preserveAspectRatio={wide ? "none" : "xMidYMax slice"}
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        {lines.map((heights, index) => (
          <path key={heights.join()} d={ridge(heights)} fill={near[index]} />
        ))}
      </svg>
      {children ? <div className="relative size-full">{children}</div> : null}
    </div>
  );
}
