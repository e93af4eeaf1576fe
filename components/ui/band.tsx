import { useTranslations } from "next-intl";

const colours = [
  { name: "petrol", base: "oklch(0.430 0.072 215)", thread: "oklch(0.895 0.038 207)" },
  { name: "madder", base: "oklch(0.470 0.140 15)", thread: "oklch(0.90 0.045 20)" },
  { name: "indigo", base: "oklch(0.430 0.115 268)", thread: "oklch(0.90 0.04 265)" },
  { name: "olive", base: "oklch(0.5 0.090 128)", thread: "oklch(0.92 0.05 120)" },
  { name: "clay", base: "oklch(0.560 0.120 52)", thread: "oklch(0.93 0.045 65)" },
  { name: "plum", base: "oklch(0.420 0.110 335)", thread: "oklch(0.91 0.04 335)" },
] as const;
const motifs = ["teeth", "diamonds", "steps", "checks", "chevrons", "bars", "crosses", "hourglass"] as const;

/** Colour and motif a group number always gets; 24 differ before one repeats. */
export function bandOf(number: number) {
  return { colour: colours[number % 6] ?? colours[0], motif: motifs[number % 8] ?? motifs[0] };
}

/** Each in a box of 16 x 16; `base` is the colour it lies on. */
const DRAWN: Record<(typeof motifs)[number], (base: string) => string> = {
  teeth: () => '<path d="M0 12 8 4l8 8Z" fill="#fff"/>',
  diamonds: (base) => `<path d="m8 3 6 5-6 5-6-5Z" fill="#fff"/><path d="m8 6 2.4 2L8 10 5.6 8Z" fill="${base}"/>`,
  steps: () => '<path d="M0 12h4V8h4V4h4v4h4v4" fill="none" stroke="#fff" stroke-width="2.4"/>',
  checks: () => '<path d="M1 4h6v4H1ZM9 8h6v4H9Z" fill="#fff"/>',
  chevrons: () => '<path d="m2 4 6 8 6-8" fill="none" stroke="#fff" stroke-width="2.6"/>',
  bars: () => '<path d="M2 4h3v8H2Z" fill="#fff"/><circle cx="11" cy="8" r="2.6" fill="#fff"/>',
  crosses: () => '<path d="M8 3v10M3 8h10" fill="none" stroke="#fff" stroke-width="3"/>',
  hourglass: () => '<path d="M2 4h12L8 8l6 4H2l6-4Z" fill="#fff"/>',
};

/** One tile as a picture: a list shows the strip in each row, and every element of a drawing costs the server. */
function tileOf(number: number): string {
  const { colour, motif } = bandOf(number);
  const threads = `<path d="M0 .8h16v1H0ZM0 14.2h16v1H0Z" fill="${colour.thread}" opacity=".75"/>`;
  const drawn = `<rect width="16" height="16" fill="${colour.base}"/>${threads}${DRAWN[motif](colour.base)}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawn}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** The woven strip alone, over the whole width. @param height px; two rows from 20 px on */
export function Band({ number, height = 16, className }: { number: number; height?: number; className?: string }) {
  const cell = height / (height < 20 ? 1 : 2);
  return (
    <span
      aria-hidden="true"
      className={`block [print-color-adjust:exact] ${className ?? ""}`}
      style={{ height, backgroundImage: tileOf(number), backgroundSize: cell }}
    />
  );
}

/** Number plate and band: how anyone, reading or not, finds the group. @param size height in px, 24 to 40 */
export function GroupTag({ number, size = 24, className }: { number: number; size?: number; className?: string }) {
  const t = useTranslations("common");
  const { colour, motif } = bandOf(number);
  const plate = Math.max(size, String(number).length * size * 0.44 + size * 0.4);
  return (
    <span
      role="img"
      aria-label={t("groupTag", {
        number: String(number),
        colour: t(`band.colour.${colour.name}`),
        motif: t(`band.motif.${motif}`),
      })}
      className={`inline-flex flex-none overflow-hidden align-middle [print-color-adjust:exact] ${className ?? ""}`}
      style={{ height: size, width: plate + size * 1.35, borderRadius: size * 0.24, background: colour.base }}
    >
      <span
        className="band-plate flex flex-none items-center justify-center leading-none text-white"
        style={{ width: plate, fontSize: Math.round(size * 0.62) }}
      >
        {number}
      </span>
      <Band number={number} height={size} className="min-w-0 flex-1" />
    </span>
  );
}
