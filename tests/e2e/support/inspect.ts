import { expect, type Page } from "@playwright/test";
import { ALL, askAxe, CONTRAST } from "./axe";

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

/** Until React has taken a page over nothing hears a key, and its router leads nowhere. */
export const isAlive = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber")));

/** A dialog on its way in is for axe not there yet, and what lies behind it is then wrongly out of reach. */
async function isStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** Every page a journey visits: nothing serious for axe, and all that `isSound` asks. */
export async function inspect(page: Page): Promise<void> {
  // A page reached from within brings its title last.
  await expect(page).toHaveTitle(/./);
  await isStill(page);
  expect.soft(await askAxe(page, ALL), `axe on ${pathOf(page)}`).toEqual([]);
  await isSound(page);
}

/** A colour on its way to another has the contrast of neither. */
async function turnTo(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    const moving = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    for (let all = moving(); all.length > 0; all = moving()) for (const one of all) one.finish();
  });
}

/** The page's colours in the other light. */
export async function inspectByDay(page: Page): Promise<void> {
  await turnTo(page, "light");
  expect.soft(await askAxe(page, CONTRAST), `contrast by day on ${pathOf(page)}`).toEqual([]);
  await turnTo(page, "dark");
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
