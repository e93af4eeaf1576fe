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

/** Every page a journey visits: nothing serious for axe, nothing wider than the screen, no complaint in the console. */
export async function inspect(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  // Legacy mode spares a second page per look; no page of ours holds a frame of another origin.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
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
