/** White words stand on an agency's colour: WCAG AA asks this much for them. */
export const LEAST_CONTRAST = 4.5;

/** How far white stands out on this colour, from 1 to 21. @param hex "#rrggbb" */
export function contrastWithWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
