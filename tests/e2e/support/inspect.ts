import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

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
const ALL = { runOnly: LAW, rules: Object.fromEntries(BEYOND.map((id) => [id, { enabled: true }])) };
/** What another language and another light can change of a page that was looked at before. */
const AGAIN = { runOnly: ["color-contrast", "html-has-lang", "html-lang-valid", "valid-lang"] };

/** A list's ninth line is drawn as its first eight are, and asking each costs more than all else on the page. */
const MORE_OF_THE_SAME = ["tbody > tr", "ul > li", "ol > li"].map((line) => `${line}:nth-child(n + 9)`);

/** Every page a journey visits: nothing serious for axe, nothing wider than the screen, no complaint in the console. */
export async function inspect(page: Page, { again = false } = {}): Promise<void> {
  const where = new URL(page.url()).pathname;
  // Legacy mode spares a second page per look; no page of ours holds a frame of another origin.
  const asked = { ...(again ? AGAIN : ALL), resultTypes: ["violations" as const] };
  const axe = new AxeBuilder({ page }).setLegacyMode().options(asked);
  for (const lines of MORE_OF_THE_SAME) axe.exclude(lines);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect.soft(told, `axe on ${where}`).toEqual([]);
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
  const found = await page.evaluate(() => {
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
  expect.soft(found, `large text on ${new URL(page.url()).pathname}`).toEqual({ size: "32px", wider: 0, outside: [] });
  await browser.send("Page.setFontSizes", { fontSizes: SIZES });
  await browser.detach();
}
