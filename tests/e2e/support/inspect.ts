import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const heard = new WeakMap<Page, string[]>();

/** Keeps what the page complains about from now on. `expected`: what this journey breaks on purpose. */
export function listenTo(page: Page, expected: RegExp[] = []): void {
  const errors: string[] = [];
  heard.set(page, errors);
  const add = (text: string) => {
    if (!expected.some((one) => one.test(text))) errors.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error") add(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => add(String(error)));
}

/** The law (WCAG 2.2 AA), and what is serious beyond it; what axe calls moderate is not asked, for it would not be told. */
const LAW = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const BEYOND = ["accesskeys", "aria-dialog-name", "aria-text", "label-title-only", "scope-attr-valid", "tabindex"];
const ALL: axe.RunOptions = { runOnly: LAW, rules: Object.fromEntries(BEYOND.map((id) => [id, { enabled: true }])) };
/** What another light can change of a page. */
const CONTRAST: axe.RunOptions = { runOnly: ["color-contrast"] };

/** A list's ninth line is drawn as its first eight are, and asking each costs more than all else on the page. */
const MORE_OF_THE_SAME = ["tbody > tr", "ul > li", "ol > li"].map((line) => [`${line}:nth-child(n + 9)`]);

/** What axe has against the page. It is brought once per document: a second question finds it warm. */
async function askAxe(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const asked: axe.RunOptions = { ...options, resultTypes: ["violations"] };
  const violations = await page.evaluate(
    async ({ exclude, asked }) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      /** What only lay under a bar of the screen is large enough once it is scrolled from there. */
      const isSmall = async (one: string) => {
        document.querySelector(one)?.scrollIntoView({ block: "center" });
        return (await run(one, { runOnly: ["target-size"] })).violations.length > 0;
      };
      const found: { id: string; impact?: string | null; html: string[] }[] = [];
      for (const { id, impact, nodes } of (await run({ exclude }, asked)).violations) {
        const html: string[] = [];
        for (const node of nodes)
          if (id !== "target-size" || (await isSmall(String(node.target[0])))) html.push(node.html.slice(0, 160));
        if (html.length > 0) found.push({ id, impact, html });
      }
      return found;
    },
    { exclude: MORE_OF_THE_SAME, asked },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, html }) => `${id}: ${html.join(" | ")}`);
}

/** Every page a journey visits: nothing serious for axe, and all that `isSound` asks. */
export async function inspect(page: Page): Promise<void> {
  // A page reached from within brings its title last.
  await expect(page).toHaveTitle(/./);
  expect.soft(await askAxe(page, ALL), `axe on ${pathOf(page)}`).toEqual([]);
  await isSound(page);
}

/** The page's colours in the other light. */
export async function inspectByDay(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  // A colour on its way to another has the contrast of neither; a way that is given up is over too.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((one) => one instanceof CSSTransition && one.finished)),
  );
  expect.soft(await askAxe(page, CONTRAST), `contrast by day on ${pathOf(page)}`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Nothing wider than the screen, no complaint in the console. */
export async function isSound(page: Page): Promise<void> {
  const where = pathOf(page);
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(wider, `horizontal overflow on ${where}`).toBeLessThanOrEqual(0);
  expect.soft(heard.get(page) ?? ["nobody listened: call listenTo first"], `console on ${where}`).toEqual([]);
}

/** The text sizes a browser comes with, in pixels; lengths and breakpoints in rem follow. */
const SIZES = { standard: 16, fixed: 13 };
const DOUBLE = { standard: 32, fixed: 26 };

/** Text of twice the size, as somebody's own settings make it: nothing runs out of the screen sideways, and no control is cut off. */
export async function readLarge(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: DOUBLE });
  const found = await page.evaluate(async () => {
    // Breakpoints hear of the size with the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const width = document.documentElement.clientWidth;
    const isScrolled = (one: Element | null): boolean =>
      one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || isScrolled(one.parentElement));
    const controls = document.querySelectorAll("button, a, input:not([type=file]), select, textarea");
    const outside = [...controls].filter((one) => {
      const { left, right, height } = one.getBoundingClientRect();
      const isSeen = height > 1 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return isSeen && (left < -1 || right > width + 1) && !isScrolled(one.parentElement);
    });
    return {
      size: getComputedStyle(document.documentElement).fontSize,
      wider: Math.max(0, document.documentElement.scrollWidth - width),
      outside: outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    };
  });
  expect.soft(found, `large text on ${pathOf(page)}`).toEqual({ size: "32px", wider: 0, outside: [] });
  await browser.send("Page.setFontSizes", { fontSizes: SIZES });
  await browser.detach();
}
