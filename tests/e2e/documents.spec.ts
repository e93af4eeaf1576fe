import { expect, type Page, test } from "@playwright/test";
import { type Account, logIn } from "@/bench/simulate/rest";
import { signInAsAdmin } from "./support/admin";
import { inspect, listenTo, readLarge } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { asOwner, preparedDepartures, runningGroup } from "./support/office";

const NOBODYS = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e20";
const MISSING = /This page does not exist/;
let groupId: string;
test.beforeAll(async () => {
  groupId = (await runningGroup(await asOwner())).id;
});

/** As a browser's first request: no script has run yet. */
async function ask(page: Page, path: string) {
  const response = await page.request.get(house().url + path, { maxRedirects: 0 });
  return { status: response.status(), location: response.headers().location ?? null, text: await response.text() };
}

async function findsNothing(page: Page, path: string) {
  const { status, text } = await ask(page, path);
  expect.soft(status, path).toBe(404);
  // The words are in the document itself, for whoever runs no script.
  expect.soft(text, path).toMatch(MISSING);
  expect.soft(text, path).not.toContain("Nurani");
}

const GROUP = ["", "/map"].map((end) => `/office/groups/:group${end}`);
const LEAD = ["/roster", "/roster/code", "/meeting", "/map"].map((end) => `/lead/groups/:group${end}`);
const ALL = ["/office", "/office/groups", "/office/map", "/office/settings/map", ...GROUP, "/lead", ...LEAD, "/my"];

test("[R79][R81] what is not there says 404 before anything is drawn", async ({ page }) => {
  for (const path of ["/a/nobody", "/a/nobody/office", "/a/NURANI/my", "/a/api", "/a/nobody/lead/map", "/nowhere"]) {
    await findsNothing(page, path);
  }
});

test("[R79] who is not signed in is sent to sign in, and back", async ({ page }) => {
  for (const path of ["/office", "/my/map", "/lead", "/office/groups?q=a&state=running"]) {
    const { status, location } = await ask(page, `/a/nurani${path}`);
    expect.soft(status, path).toBe(307);
    expect.soft(location, path).toBe(`/sign-in?next=${encodeURIComponent(`/a/nurani${path}`)}`);
  }
});

test("[R79] another agency's owner gets 404 for every page of ours", async ({ page }) => {
  listenTo(page, [/status of 404/]);
  await signIn(page, house().url, loginOf(house().logins, "owner", "Aq Jol Travel"), null);
  for (const path of ALL) await findsNothing(page, `/a/nurani${path.replace(":group", groupId)}`);
  for (const path of ["", "/map"]) await findsNothing(page, `/a/aqjol/office/groups/${groupId}${path}`);
  const response = await page.goto(`${house().url}/a/nurani/office/groups/${groupId}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: MISSING })).toBeVisible();
  await inspect(page);
  await page.getByRole("link").first().click();
  await page.waitForURL((at) => !at.pathname.startsWith("/a/nurani"));
});

test("[R79] a pilgrim gets 404 for the office, the leader's pages and groups that are nobody's", async ({ page }) => {
  await signIn(page, house().url, loginOf(house().logins, "pilgrim"), null);
  for (const path of ALL.filter((one) => one !== "/my")) {
    const { status } = await ask(page, `/a/nurani${path.replace(":group", groupId)}`);
    expect.soft(status, path).toBe(404);
  }
  expect((await ask(page, "/a/nurani/my")).status).toBe(200);
});

test("a group that is nobody's is a 404 inside one's own agency, and the rest is a 200", async ({ page }) => {
  await signIn(page, house().url, loginOf(house().logins, "owner"), null);
  for (const id of [NOBODYS, "nonsense", "%00", "a%2Fb"]) {
    expect.soft((await ask(page, `/a/nurani/office/groups/${id}`)).status, id).toBe(404);
  }
  for (const path of ["/office", "/office/groups", `/office/groups/${groupId}`, `/office/groups/${groupId}/map`, ""]) {
    expect.soft((await ask(page, `/a/nurani${path}`)).status, path).toBe(200);
  }
});

test("[R79] a page for some of the office is a 404 for the others, and a 200 for those", async ({ page, browser }) => {
  const DESK = ["/savings/new", "/savings/collect", `/savings/${NOBODYS}/convert`];
  const SELL = ["/packages/new", "/products/new", "/bookings/new"];
  await signIn(page, house().url, loginOf(house().logins, "owner"), null);
  for (const path of DESK) expect.soft((await ask(page, `/a/nurani/office${path}`)).status, path).toBe(404);
  for (const path of SELL) expect.soft((await ask(page, `/a/nurani/office${path}`)).status, path).toBe(200);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, house().url, loginOf(house().logins, "admin"), null);
  for (const path of DESK.slice(0, 2)) expect.soft((await ask(desk, `/a/nurani/office${path}`)).status, path).toBe(200);
});

/** Pages about one thing; what stands for its id is the list where the first one of an agency is found. */
const OFFICE_THINGS = [
  ...["", "/readiness", "/readiness/rules", "/rooms", "/rooms/print", "/buses"].map(
    (end) => `/departures/:departures${end}`,
  ),
  ...["/manifest", "/manifest/print", "/manifest/badges", "/import"].map((end) => `/departures/:departures${end}`),
  ...["/packages/:packages", "/products/:products", "/invoices/:invoices", "/savings/:savings/plans"],
  ...["/bookings?open=:bookings", "/orders?open=:orders", "/groups/:groups/print", "/groups/:groups/chat"],
];
const MY_THINGS = [
  "/bookings/:bookings",
  "/invoices/:invoices",
  "/savings/:savings/plans",
  "/savings/:savings/plans/convert",
];
const MY_OTHERS = ["/shop/:orders", "/messages/:groups"];
const PUBLIC_THINGS = ["/packages/:packages", "/book/:departures"];
const LIST = /:(\w+(?:\/plans)?)/;

/** The first thing of each list that somebody may see; the id of nobody's where it is empty. */
function thingsOf(who: Account) {
  const known = new Map<string, string>();
  return async (path: string) => {
    const list = LIST.exec(path)?.[1] ?? "";
    if (!known.has(list)) {
      const { data } = await who.json<{ data: { id: string }[] }>(`/${list}`);
      known.set(list, data[0]?.id ?? NOBODYS);
    }
    return path.replace(LIST, known.get(list) ?? NOBODYS);
  };
}

test("[R79] a page about one thing is a 404 when the thing is another agency's, or nobody's", async ({ page }) => {
  const theirs = thingsOf(await asOwner("Aq Jol Travel"));
  await signIn(page, house().url, loginOf(house().logins, "owner"), null);
  for (const path of [...OFFICE_THINGS.map((one) => `/office${one}`), ...PUBLIC_THINGS]) {
    await findsNothing(page, `/a/nurani${await theirs(path)}`);
    for (const id of [NOBODYS, "nonsense"]) await findsNothing(page, `/a/nurani${path.replace(LIST, id)}`);
  }
  const ours = thingsOf(await asOwner());
  const there = [...OFFICE_THINGS.slice(0, 7), ...OFFICE_THINGS.slice(10)].map((one) => `/office${one}`);
  for (const path of [...there, ...PUBLIC_THINGS]) {
    expect.soft((await ask(page, `/a/nurani${await ours(path)}`)).status, path).toBe(200);
  }
});

test("a paper of a version that was never frozen is a 404", async ({ page }) => {
  const { gone } = await preparedDepartures(await asOwner());
  await signIn(page, house().url, loginOf(house().logins, "owner"), null);
  for (const paper of ["print", "badges"]) {
    const path = `/a/nurani/office/departures/${gone}/manifest/${paper}`;
    for (const end of ["", "?version=1", "?print=1&version=1"]) {
      expect.soft((await ask(page, path + end)).status, paper + end).toBe(200);
    }
    for (const version of ["99", "0", "9999999999999", "x"]) await findsNothing(page, `${path}?version=${version}`);
  }
});

test("[R79] a pilgrim's page about one thing is a 404 when the thing is somebody else's", async ({ page }) => {
  const [theirs, ourOwner] = [thingsOf(await asOwner("Aq Jol Travel")), thingsOf(await asOwner())];
  const me = loginOf(house().logins, "pilgrim");
  // By the time they sign in here, that session is over: one phone at a time.
  const mine = thingsOf(await logIn(house().url, me));
  const own = new Map<string, string>();
  for (const path of MY_THINGS) own.set(path, await mine(path));
  await signIn(page, house().url, me, null);
  for (const path of [...MY_THINGS, ...MY_OTHERS]) {
    await findsNothing(page, `/a/nurani/my${await theirs(path)}`);
    for (const id of [NOBODYS, "nonsense"]) await findsNothing(page, `/a/nurani/my${path.replace(LIST, id)}`);
  }
  for (const [path, my] of own) {
    expect.soft((await ask(page, `/a/nurani/my${my}`)).status, path).toBe(200);
    const others = await ourOwner(path);
    if (others !== my) await findsNothing(page, `/a/nurani/my${others}`);
  }
});

test("who runs the platform begins there, not at a group's code", async ({ page }) => {
  await signInAsAdmin(page);
  await page.goto(`${house().url}/choose`);
  expect(new URL(page.url()).pathname).toBe("/admin");
});

test("[R79] an agency's file of nobody's id is a 404 on the platform", async ({ page }) => {
  await signInAsAdmin(page);
  for (const id of [NOBODYS, "nonsense"]) await findsNothing(page, `/admin/agencies/${id}`);
  const { id } = await (await asOwner()).json<{ id: string }>("/agency");
  expect((await ask(page, `/admin/agencies/${id}`)).status).toBe(200);
});

test("[R79] money's lists and messages' log are a 404 for whoever prepares trips", async ({ page }) => {
  const owner = await asOwner();
  const { link } = await owner.json<{ link: string }>("/users/invitations", {
    method: "POST",
    body: { name: "Rahmat Operator", email: "rahmat.operator@example.com", roles: ["operator"] },
  });
  await page.goto(`${house().url}/invitation${new URL(link).hash}`);
  await page.locator("input[name=password]").fill("a long walk to Makkah");
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/\/a\/nurani\/office/);
  for (const path of [
    "/invoices",
    "/proofs",
    "/proofs/bank",
    "/savings/proofs",
    "/savings/setup",
    "/outbox",
    "/reports",
  ])
    await findsNothing(page, `/a/nurani/office${path}`);
  for (const path of ["/orders", "/bookings", "/departures"])
    expect.soft((await ask(page, `/a/nurani/office${path}`)).status, path).toBe(200);
});

test("a page that is not there leads on to what its reader can open, also where the frame stays", async ({ page }) => {
  listenTo(page, [/status of 404/]);
  await signIn(page, house().url, loginOf(house().logins, "owner"), null);
  const gone = `/a/nurani/office/departures/${NOBODYS}`;
  await page.goto(house().url + gone);
  await expect(page.getByRole("link", { name: "Go to Today" })).toHaveAttribute("href", "/a/nurani/office");
  await inspect(page);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("heading", { name: "Departures", level: 1 })).toBeVisible();
  await page.evaluate((to) => (window as unknown as Routed).next.router.push(to), gone);
  await expect(page.getByRole("heading", { name: MISSING })).toBeVisible();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.waitForURL(/office\/departures$/);
  await page.goto(`${house().url}/a/nurani/office/savings/new`);
  await expect(page.getByRole("link", { name: "Back to the list" })).toHaveCount(0);
  await page.getByRole("link", { name: "Go to Today" }).click();
  await page.waitForURL(/office$/);
});
type Routed = { next: { router: { push: (url: string) => void } } };

test("moving about shows the shape of what comes before it is there", async ({ browser }) => {
  // What a service worker fetches can't be held up here.
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  // The shape itself is fetched ahead, as soon as the link is in sight.
  const ahead = page.waitForResponse(
    (one) => one.url().includes("/lead/more?_rsc=") && "next-router-prefetch" in one.request().headers(),
  );
  await signIn(page, house().url, loginOf(house().logins, "leader"));
  await ahead;
  await page.waitForLoadState("networkidle");
  let release = () => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  await page.route(/\/lead\/more\?_rsc=/, async (route) => {
    if (!route.request().headers()["next-router-prefetch"]) await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "More" }).click();
  await expect(page.locator("[role=status] .skeleton").first()).toBeAttached();
  await readLarge(page);
  release();
  await expect(page.getByRole("heading", { name: "More" })).toBeVisible();
});
