import { expect, type Page, test } from "@playwright/test";
import { signInAsAdmin } from "./support/admin";
import { isLight } from "./support/budget";
import { DESK } from "./support/desk";
import { inspect, inspectByDay, isAlive, isSound, listenTo, readLarge } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { anyPlan, asOwner, preparedDepartures, runningGroup } from "./support/office";

const LEAD = [
  "",
  "/map",
  "/more",
  "/groups/:group/roster",
  "/groups/:group/roster/code",
  "/groups/:group/meeting",
  "/groups/:group/map",
  "/groups/:group/chat",
];
const MY = ["", "/map", "/messages", "/settings", "/help", "/trackers", "/savings", "/invoices", "/shop", "/bookings"];
const OFFICE_TRIPS = [
  "",
  "/groups",
  "/groups/:group",
  "/groups/:group/map",
  "/groups/:group/chat",
  "/groups/:group/print",
  "/map",
  "/bookings",
  "/bookings/new",
  "/bookings/waiting",
  "/departures",
  "/departures/:open",
  "/departures/:open/readiness",
  "/departures/:open/readiness/rules",
  "/departures/rules",
  "/departures/:open/rooms",
  "/departures/:open/buses",
  "/departures/:open/manifest",
  "/departures/:open/import",
  "/departures/:gone/manifest",
  "/departures/:gone/manifest/print",
  "/departures/:gone/manifest/badges",
  "/departures/:gone/rooms/print",
];
const OFFICE_TRADE = [
  "/packages",
  "/packages/new",
  "/savings",
  "/savings/proofs",
  "/savings/setup",
  "/proofs",
  "/proofs?queue=done",
  "/proofs/bank",
  "/invoices",
  "/orders",
  "/products",
  "/products/new",
  "/reports",
  "/access",
  "/pilgrims",
  "/staff",
  "/branches",
  "/audit",
  "/outbox",
  "/settings",
  "/settings/map",
  "/settings/payments",
];
/** Savings' desk is not the owner's: who counts the money does not take it in. */
const DESK_PAGES = ["/savings/new", "/savings/collect", "/savings/:plan/convert"];
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

const ADMIN = ["", "/agencies", "/trials", "/statistics", "/health", "/outbox", "/audit"];
/** Everybody's own pages, outside every surface. */
const OWN = ["/account", "/choose", "/yours"];

/** A leader and a pilgrim are signed in on one device at a time, so the looks are taken by those whom no journey uses. */
const ELSEWHERE = "Aq Jol Travel";
let groups: { ours: string; theirs: string };
let trips: { gone: string; open: string; plan: string };
test.beforeAll(async () => {
  const owner = await asOwner();
  groups = { ours: (await runningGroup(owner)).id, theirs: (await runningGroup(await asOwner(ELSEWHERE))).id };
  trips = { ...(await preparedDepartures(owner)), plan: await anyPlan(owner) };
});

const NARROW = { width: 390, height: 844 };

/** What stood for it while it was on its way is gone. */
async function isDrawn(page: Page) {
  await page.waitForLoadState("load");
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await expect(page.locator("h1, h2").first()).toBeAttached();
}

/** By its address, as a bookmark opens it. */
async function open(page: Page, url: string) {
  const answer = await page.goto(url);
  await isDrawn(page);
  await isSound(page);
  await isLight(page, answer);
  await readLarge(page);
  const wide = page.viewportSize();
  if (!wide || wide.width <= NARROW.width) return;
  // An office is opened on a phone, too, by whom it is hardest to read on.
  await page.setViewportSize(NARROW);
  await readLarge(page);
  await page.setViewportSize(wide);
}

/** From the page before, as a link leads to it, and then looked at by night and by day. */
async function reach(page: Page, url: string) {
  const before = page.url();
  if (before !== url) {
    await isAlive(page);
    await page.evaluate((to) => (window as unknown as { next: Next }).next.router.push(to), url);
    await page.waitForURL((at) => at.href !== before);
  }
  await isDrawn(page);
  await inspect(page);
  await inspectByDay(page);
  await readLarge(page);
}
type Next = { router: { push: (url: string) => void } };

async function visit(page: Page, home: string, paths: readonly string[], see: See) {
  for (const path of paths) {
    const group = home.startsWith("/a/aqjol") ? groups.theirs : groups.ours;
    const there = path
      .replace(":group", group)
      .replace(":gone", trips.gone)
      .replace(":open", trips.open)
      .replace(":plan", trips.plan);
    await see(page, house().url + home + there);
  }
}

type See = typeof open;
/** Each page twice: by day from the left, by night from the right. */
const LOOKS = [
  { dir: "ltr", locale: "en-GB", colorScheme: "light", see: open },
  { dir: "rtl", locale: "ar-SA", colorScheme: "dark", see: reach },
] as const;

const PHONE = {};
type Reader = {
  who: string;
  where: object;
  enter: (page: Page) => Promise<unknown>;
  visit: (page: Page, see: See) => Promise<void>;
};
const as = (role: string, agency?: string) => (page: Page) =>
  signIn(page, house().url, loginOf(house().logins, role, agency));

/** The longest first: the shortest fill what is left beside the others. */
const READERS: Reader[] = [
  {
    who: "the office's pages of trips",
    where: DESK,
    enter: as("owner"),
    visit: (page, see) => visit(page, "/a/nurani/office", OFFICE_TRIPS, see),
  },
  {
    who: "the office's pages of trade",
    where: DESK,
    enter: as("owner"),
    visit: (page, see) => visit(page, "/a/nurani/office", OFFICE_TRADE, see),
  },
  {
    who: "a pilgrim's pages",
    where: PHONE,
    enter: as("pilgrim", ELSEWHERE),
    visit: async (page, see) => {
      await visit(page, "/a/aqjol/my", MY, see);
      await visit(page, "", OWN, see);
    },
  },
  {
    who: "a leader's pages",
    where: PHONE,
    enter: as("leader", ELSEWHERE),
    visit: (page, see) => visit(page, "/a/aqjol/lead", LEAD, see),
  },
  {
    who: "pages outside",
    where: PHONE,
    enter: (page) => page.goto(`${house().url}/sign-in`),
    visit: (page, see) => visit(page, "", OUTSIDE, see),
  },
  {
    who: "the platform's pages",
    where: DESK,
    enter: async (page) => {
      await signInAsAdmin(page);
      await page.goto(house().url);
    },
    visit: async (page, see) => {
      await visit(page, "/admin", ADMIN, see);
      await visit(page, "", OWN, see);
    },
  },
  {
    who: "the savings desk's pages",
    where: DESK,
    enter: as("admin"),
    visit: (page, see) => visit(page, "/a/nurani/office", DESK_PAGES, see),
  },
];

/** What is not there is looked at, too. */
const NOT_THERE = [/status of 404/];

function look({ who, where, enter, visit }: Reader, { dir, locale, colorScheme, see }: (typeof LOOKS)[number]) {
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ ...where, locale, colorScheme });
    test(`${who} are sound`, async ({ page }) => {
      listenTo(page, who === "pages outside" ? NOT_THERE : []);
      await enter(page);
      await visit(page, see);
      expect(await page.locator("html").getAttribute("dir")).toBe(dir);
    });
  });
}

for (const reader of READERS) {
  test.describe(reader.who, () => {
    // Who carries a phone is signed in on one at a time: one look goes after the other.
    test.describe.configure({ mode: reader.where === PHONE ? "default" : "parallel" });
    for (const light of LOOKS) look(reader, light);
  });
}
