import { bandOf } from "@/components/ui/band";
import type { MarkerState } from "./model";

// Drawn as in design/devices.js. Sizes in px; the marker's centre is the middle of its 60 px box.
const LAMP = "oklch(0.885 0.168 94)";
const INK = "oklch(0.215 0.034 221)";
const SHADOW = `style="filter:drop-shadow(0 1px 2px oklch(0.215 0.034 221/.28))"`;
const TRACK = "oklch(0.90 0.006 214)";

/** Names come from people: nothing of them may become markup. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const svg = (size: number, body: string) =>
  `<svg width="${size}" height="${size}" viewBox="${-size / 2} ${-size / 2} ${size} ${size}" overflow="visible" aria-hidden="true">${body}</svg>`;

const ring = (radius: number, width: number, share: number, colour: string) => {
  const length = 2 * Math.PI * radius;
  return `<circle r="${radius}" fill="none" stroke="${TRACK}" stroke-width="${width}"/><circle r="${radius}" fill="none" stroke="var(--${colour})" stroke-width="${width}" stroke-dasharray="${(length * share).toFixed(1)} ${length.toFixed(1)}" transform="rotate(-90)"/>`;
};

const badge: Partial<Record<MarkerState, string>> = {
  stray: `<g transform="translate(14 -14)"><rect x="-8" y="-8" width="16" height="16" rx="2.5" transform="rotate(45)" fill="var(--stray)" stroke="#fff" stroke-width="2"/><path d="M0 -4.2v4.6M0 3.6v.2" stroke="${INK}" stroke-width="2.2" stroke-linecap="round"/></g>`,
  stale: `<g transform="translate(14 -13)"><rect x="-8.5" y="-8.5" width="17" height="17" rx="5" fill="var(--stale)" stroke="#fff" stroke-width="2"/><path d="M-3.4 -3.4l6.8 6.8M3.4 -3.4l-6.8 6.8" stroke="#fff" stroke-width="2" stroke-linecap="round"/></g>`,
  aboard: `<g transform="translate(14 -14)"><circle r="8.5" fill="var(--aboard)" stroke="#fff" stroke-width="2"/><path d="M-3.6 .3l2.6 2.6 4.6 -5.4" fill="none" stroke="${INK}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></g>`,
};

const octagon = (r: number) =>
  Array.from({ length: 8 }, (_, i) => {
    const a = ((22.5 + 45 * i) * Math.PI) / 180;
    return `${(r * Math.cos(a)).toFixed(1)},${(r * Math.sin(a)).toFixed(1)}`;
  }).join(" ");

function sosSvg(initials: string): string {
  return svg(
    60,
    `<g class="qm-pulse"><circle r="40" fill="var(--sos)" opacity=".14"/><circle r="30" fill="var(--sos)" opacity=".22"/></g><polygon points="${octagon(25.5)}" fill="#fff"/><polygon points="${octagon(22.5)}" fill="var(--sos)"/><text y="4.6" text-anchor="middle" font-size="13" font-weight="700" fill="#fff">${escapeXml(initials)}</text>`,
  );
}

/** One person: white disc, initials, a ring that empties clockwise; shape and badge tell the state without colour. */
export function personSvg(
  initials: string,
  [fill, text]: readonly [string, string],
  state: MarkerState,
  share: number,
  selected: boolean,
): string {
  if (state === "sos") return sosSvg(initials);
  const stale = state === "stale";
  const around = stale
    ? `<circle r="17" fill="none" stroke="${TRACK}" stroke-width="3.4"/><circle r="17" fill="none" stroke="var(--stale)" stroke-width="3.4" stroke-dasharray="3.2 4.4"/>`
    : ring(17, 3.4, share, state);
  const halo = selected ? `<circle r="25" fill="none" stroke="var(--ink)" stroke-width="2.5"/>` : "";
  return svg(
    60,
    `${halo}<circle r="20.5" fill="#fff" ${SHADOW}/>${around}<circle r="13.6" fill="${stale ? "oklch(0.93 0.005 214)" : fill}"/><text y="4" text-anchor="middle" font-size="11" font-weight="650" fill="${stale ? "oklch(0.45 0.018 220)" : text}">${escapeXml(initials)}</text>${badge[state] ?? ""}`,
  );
}

/** Several people: their count, as its reader writes it, in a ring showing how many of them are fresh. */
export const clusterSvg = (count: string, share: number): string =>
  svg(
    60,
    `<circle r="24" fill="#fff" ${SHADOW}/>${ring(20, 4, share, "fresh")}<text y="6" text-anchor="middle" font-size="17" font-weight="700" fill="oklch(0.235 0.02 223)">${count}</text>`,
  );

/** How far the reader's beak reaches, and half the room of a cluster's number, px. */
const BEAK = 34;
const NUMBER = 14;

/** How far a cluster steps aside that stands so far from the reader, so that its number is clear of their mark wherever
 * the beak points, and its ring of the disc. */
export function stepAside(x: number, y: number): [number, number] {
  const far = Math.hypot(x, y);
  const step = Math.max(0, BEAK + NUMBER - far);
  return far < 1 ? [-step * Math.SQRT1_2, -step * Math.SQRT1_2] : [(x / far) * step, (y / far) * step];
}

/** The reader: lamp disc, ink ring, a beak towards the heading when it is known. */
export function youSvg(heading: number | null): string {
  const beak =
    heading === null
      ? ""
      : `<path transform="rotate(${heading.toFixed(0)})" d="M0 -${BEAK} L14 -12 A18 18 0 0 0 -14 -12Z" fill="${LAMP}" stroke="${INK}" stroke-width="1.6" stroke-linejoin="round"/>`;
  return svg(
    72,
    `${beak}<circle r="15" fill="${LAMP}" stroke="${INK}" stroke-width="2.6"/><circle r="5" fill="${INK}"/>`,
  );
}

/** The meeting point: petrol pin with a flag; its tip stands on the place (bottom middle of the box). */
export const meetingSvg = (): string =>
  `<svg width="44" height="56" viewBox="-22 -54 44 56" overflow="visible" aria-hidden="true"><path d="M0 0 C-14 -16 -19 -24 -19 -33 a19 19 0 1 1 38 0 C19 -24 14 -16 0 0Z" fill="oklch(0.285 0.047 219)" stroke="#fff" stroke-width="2.2"/><g transform="translate(-9 -43)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M4 18V2.5c4-2.4 7 2 12-.4v9c-5 2.400-8-2-12 .4"/></g></svg>`;

/** The group's bus: a square tag in the band's colour with its number. */
export const busSvg = (number: number): string =>
  svg(
    44,
    `<rect x="-19" y="-15" width="38" height="30" rx="8" fill="${bandOf(number).colour.base}" stroke="#fff" stroke-width="2.4"/><text x="8" y="5.5" text-anchor="middle" font-size="15" font-weight="700" fill="#fff">${number}</text><g transform="translate(-15.5 -8.5) scale(.72)" fill="none" stroke="#fff" stroke-width="2.3" stroke-linecap="round" stroke-linejoin="round"><path d="M8 6v6M15 6v6M2 12h19.6M18 18h3s.5-1.7.8-2.8c.1-.4.2-.8.2-1.2s-.1-.8-.2-1.2l-1.4-5C20.1 6.8 19.1 6 18 6H4a2 2 0 0 0-2 2v10h3"/><circle cx="7" cy="18" r="2"/><path d="M9 18h5"/><circle cx="16" cy="18" r="2"/></g>`,
  );
