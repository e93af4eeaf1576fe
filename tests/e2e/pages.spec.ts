import { expect, type Page, test } from "@playwright/test";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { asOwner, runningGroup } from "./support/office";

const LEAD = [
  "",
  "/map",
  "/more",
  "/groups/:group/roster",
  "/groups/:group/roster/code",
  "/groups/:group/map",
  "/groups/:group/chat",
];
const MY = ["", "/map", "/messages", "/settings", "/help", "/trackers", "/savings"];
const OFFICE = [
  "",
  "/groups",
  "/groups/:group",
  "/groups/:group/map",
  "/groups/:group/chat",
  "/groups/:group/print",
  "/map",
  "/settings/map",
  "/outbox",
  "/savings",
  "/savings/proofs",
  "/staff",
  "/branches",
  "/audit",
  "/settings",
];
const OUTSIDE = [
  "/",
  "/sign-in",
  "/sign-up",
  "/sign-in/code",
  "/forgot-password",
  "/reset-password",
  "/invitation",
  "/join",
  "/join/AAAABBBB",
  "/a/nurani",
  "/nowhere",
  "/register-agency",
];

let groupId: string;
test.beforeAll(async () => {
  groupId = (await runningGroup(await asOwner())).id;
});

async function visit(page: Page, home: string, paths: readonly string[]) {
  for (const path of paths) {
    await page.goto(house().url + home + path.replace(":group", groupId));
    await page.waitForLoadState("load");
    await expect(page.locator("h1, h2").first()).toBeAttached();
    await inspect(page);
  }
}

const NOT_THERE = [/status of 404/];

/** Each page twice: by day from the left, by night from the right. */
const LOOKS = [
  { dir: "ltr", locale: "en-GB", colorScheme: "light" },
  { dir: "rtl", locale: "ar-SA", colorScheme: "dark" },
] as const;

for (const { dir, locale, colorScheme } of LOOKS) {
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test("pages outside are sound", async ({ page }) => {
      listenTo(page, NOT_THERE);
      await visit(page, "", OUTSIDE);
      expect(await page.locator("html").getAttribute("dir")).toBe(dir);
    });

    test("a leader's pages are sound", async ({ page }) => {
      test.setTimeout(120_000);
      listenTo(page);
      await signIn(page, house().url, loginOf(house().logins, "leader"));
      await visit(page, "/a/nurani/lead", LEAD);
    });

    test("a pilgrim's pages are sound", async ({ page }) => {
      test.setTimeout(120_000);
      listenTo(page);
      await signIn(page, house().url, loginOf(house().logins, "pilgrim"));
      await visit(page, "/a/nurani/my", MY);
    });

    test("the office's pages are sound @desktop", async ({ page }) => {
      test.setTimeout(120_000);
      listenTo(page);
      await signIn(page, house().url, loginOf(house().logins, "owner"));
      await visit(page, "/a/nurani/office", OFFICE);
    });
  });
}
