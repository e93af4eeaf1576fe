/** A name waiting for room on the map, in screen pixels around its anchor. */
export type LabelBox = { id: string; x: number; y: number; width: number; height: number; priority: number };

const GAP_PX = 4;
const overlaps = (a: LabelBox, b: LabelBox) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + GAP_PX * 2 &&
  Math.abs(a.y - b.y) * 2 < a.height + b.height + GAP_PX * 2;

/** The labels that fit without touching each other, most important first. At most `max`. */
export function placeLabels(boxes: readonly LabelBox[], max: number): Set<string> {
  const placed: LabelBox[] = [];
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    if (placed.length >= max) break;
    if (!placed.some((other) => overlaps(box, other))) placed.push(box);
  }
  return new Set(placed.map((box) => box.id));
}

/** Width of a label in pixels, close enough to keep names apart without touching the page's layout. */
export const labelWidth = (text: string, sizePx: number): number => Math.ceil([...text].length * sizePx * 0.56) + 8;
