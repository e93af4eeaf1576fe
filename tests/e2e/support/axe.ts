import type { Page } from "@playwright/test";
import axe from "axe-core";

/** The law (WCAG 2.2 AA), and what is serious beyond it; what axe calls moderate is not asked, for it would not be told. */
const LAW = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const BEYOND = ["accesskeys", "aria-dialog-name", "aria-text", "label-title-only", "scope-attr-valid", "tabindex"];
export const ALL: axe.RunOptions = {
  runOnly: LAW,
  rules: Object.fromEntries(BEYOND.map((id) => [id, { enabled: true }])),
};
/** What another light can change of a page. */
export const CONTRAST: axe.RunOptions = { runOnly: ["color-contrast"] };

/** A list's ninth line is drawn as its first eight are, and asking each costs more than all else on the page. */
const MORE_OF_THE_SAME = ["tbody > tr", "ul > li", "ol > li"].map((line) => `${line}:nth-child(n + 9)`);

/** Attributes that say what something is or means, not how it is drawn. */
const NOT_DRAWN = ["id", "href", "src", "for", "name", "value", "title", "alt", "datetime", "data-new-look"].concat(
  ["label", "labelledby", "describedby", "controls"].map((name) => `aria-${name}`),
);

/** Stays in the page: its looks by their number, and those whose contrast axe was asked about. */
type Kept = { axe: typeof axe; looks: Map<string, string>; known: Set<string> };
type Found = { impact?: string | null; target: unknown[]; html: string };

/** Asked once for each document; a second question finds it there. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in window)) return;
  await page.evaluate(axe.source);
  await page.evaluate(() => {
    const kept = Object.assign(window as unknown as Kept, { looks: new Map(), known: new Set() });
    kept.axe.configure({ rules: [{ id: "color-contrast", selector: "[data-new-look]" }] });
  });
}

/**
 * Marks text whose look nobody asked about in this light and width: its attributes and those of all around it. Two of one
 * look have one contrast, and reckoning it costs more than all other rules. @returns how many are marked
 */
const markNewLooks = (page: Page) =>
  page.evaluate(
    ({ notDrawn, exclude }) => {
      const { looks, known } = window as unknown as Kept;
      const isText = (one: ChildNode) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim() !== "";
      const isSeen = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      let marked = 0;
      const visit = (element: Element, above: string) => {
        if (element.matches(exclude)) return;
        const drawn = [...element.attributes].filter(({ name }) => !notDrawn.includes(name));
        const look = [above, element.localName, ...drawn.map(({ name, value }) => `${name}=${value}`)].join(" ");
        const number = looks.get(look) ?? String(looks.size);
        looks.set(look, number);
        const speaks =
          element.matches("input, select, textarea") || (!known.has(number) && [...element.childNodes].some(isText));
        if (speaks && isSeen(element)) {
          element.setAttribute("data-new-look", number);
          known.add(number);
          marked += 1;
        }
        for (const child of element.children) visit(child, number);
      };
      visit(document.documentElement, `${matchMedia("(prefers-color-scheme: dark)").matches} ${innerWidth}`);
      return marked;
    },
    { notDrawn: NOT_DRAWN, exclude: MORE_OF_THE_SAME.join() },
  );

/** What axe has against the page, of what is serious. */
export async function askAxe(page: Page, options: axe.RunOptions): Promise<string[]> {
  await bringAxe(page);
  if ((await markNewLooks(page)) === 0 && options === CONTRAST) return [];
  const asked: axe.RunOptions = { ...options, resultTypes: ["violations", "incomplete"] };
  const violations = await page.evaluate(
    async ({ exclude, asked }) => {
      const { axe, known } = window as unknown as Kept;
      const find = ({ target }: Found) => document.querySelector(String(target[0]));
      /** What only lay under a bar of the screen is large enough once it is scrolled from there. */
      const isSmall = async (node: Found) => {
        find(node)?.scrollIntoView({ block: "center" });
        return (await axe.run(String(node.target[0]), { runOnly: ["target-size"] })).violations.length > 0;
      };
      const answer = await axe.run({ exclude }, asked);
      // Under something, or before a picture: it may be told where another of its look stands free.
      for (const { id, nodes } of answer.incomplete)
        if (id === "color-contrast")
          for (const node of nodes) known.delete(find(node)?.getAttribute("data-new-look") ?? "");
      const found: { id: string; impact?: string | null; html: string[] }[] = [];
      for (const { id, impact, nodes } of answer.violations) {
        const html: string[] = [];
        for (const node of nodes) if (id !== "target-size" || (await isSmall(node))) html.push(node.html.slice(0, 160));
        if (html.length > 0) found.push({ id, impact, html });
      }
      for (const one of document.querySelectorAll("[data-new-look]")) one.removeAttribute("data-new-look");
      return found;
    },
    { exclude: MORE_OF_THE_SAME.map((line) => [line]), asked },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, html }) => `${id}: ${html.join(" | ")}`);
}
