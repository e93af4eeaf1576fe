import { gzipSync } from "node:zlib";
import { expect, type Page, type Response } from "@playwright/test";

/** What the smallest Next page brings in its first load, in kB as a proxy packs it (`npm run bench -- pages`). */
const SMALLEST = 175;
/** What ours may bring beyond it (PERFORMANCE, pages). */
const DESK = 80;
const PHONE = 40;
const SCRIPT = /static\/chunks\/[\w./~()[\]%@-]+?\.js/g;

/** A connection that was kept and is closed while it is taken up again is no defect. */
const AGAIN = { maxRetries: 2 };

const sizes = new Map<string, Promise<number>>();
/** Packed size of one script, asked once. */
function sizeOf(page: Page, url: string): Promise<number> {
  const asked = sizes.get(url) ?? page.request.get(url, AGAIN).then(async (got) => gzipSync(await got.body()).length);
  sizes.set(url, asked);
  return asked;
}

/** All scripts this page's document names, against what its surface may bring. `answer`: the document, as it came. */
export async function isLight(page: Page, answer: Response | null): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  // A browser does not keep every document it has read; then it is asked for again.
  const html = (await answer?.text().catch(() => null)) ?? (await (await page.request.get(page.url(), AGAIN)).text());
  const named = [...new Set(html.match(SCRIPT))].map((script) => sizeOf(page, `${origin}/_next/${script}`));
  expect(named, `scripts named by ${pathname}`).not.toEqual([]);
  const bytes = (await Promise.all(named)).reduce((sum, size) => sum + size, 0);
  const budget = SMALLEST + (/\/office(\/|$)|^\/admin/.test(pathname) ? DESK : PHONE);
  expect.soft(Math.ceil(bytes / 1_000), `kB of first-load JavaScript on ${pathname}`).toBeLessThanOrEqual(budget);
}
