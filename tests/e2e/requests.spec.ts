import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Account, register } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";
import { asOwner, type RunningGroup, runningGroup } from "./support/office";

const WAITING = "Waiting for approval";
let owner: Account;
let group: RunningGroup;
const asks = (needsApproval: boolean) =>
  owner.json(`/groups/${group.id}`, { method: "PATCH", body: { needsApproval } });

test.beforeAll(async () => {
  owner = await asOwner();
  group = await runningGroup(owner);
  await asks(true);
});
test.afterAll(() => asks(false));

/** A phone in somebody's hand, a desk in the office: pages that know nothing of each other. */
const openPage = async (browser: Browser, width: number) => {
  const page = await (await browser.newContext({ locale: "en-GB", viewport: { width, height: 844 } })).newPage();
  listenTo(page);
  return page;
};

/** Somebody new who holds the code and asks to be let in. */
async function ask(page: Page, name: string) {
  const { url } = house();
  const login = { identifier: `ask-${randomBytes(5).toString("hex")}`, password: "a patient pilgrim waits" };
  await register(url, { name, username: login.identifier, password: login.password });
  const path = `/join/${group.joinCode.replace("-", "")}`;
  await signIn(page, url, { ...loginOf(house().logins, "pilgrim"), ...login, path });
  await page.getByRole("button", { name: /ask/i }).click();
  await page.getByRole("link", { name: "Go to my page" }).click();
  await page.waitForURL(/\/a\/nurani\/my$/);
  await expect(page.getByText(WAITING)).toBeVisible();
  await inspect(page);
}

test("a wish to join waits in sight of who asked, until the leader lets them in", async ({ browser }) => {
  const name = "Maryam Yusuf";
  const pilgrim = await openPage(browser, 390);
  await ask(pilgrim, name);
  await pilgrim.reload();
  await expect(pilgrim.getByText(WAITING)).toBeVisible();
  await expect(pilgrim.getByRole("heading", { name: group.name })).toBeVisible();

  const leader = await openPage(browser, 390);
  await signIn(leader, house().url, loginOf(house().logins, "leader"));
  await leader.goto(`${house().url}/a/nurani/lead/groups/${group.id}/roster`);
  await inspect(leader);
  await leader.getByRole("button", { name: `Let ${name} in` }).click();
  await expect(leader.getByRole("button", { name: `Let ${name} in` })).toBeHidden();
  await expect(leader.getByRole("button", { name: new RegExp(name) })).toBeVisible();
  await inspect(leader);

  // Nobody reloads: the pilgrim's page follows.
  await expect(pilgrim.getByText(WAITING)).toBeHidden();
  await expect(pilgrim.getByText("Nobody sees where you are")).toBeVisible();
  await inspect(pilgrim);
});

test("the office turns somebody down, who may ask again", async ({ browser }) => {
  const name = "Ismail Darwis";
  const pilgrim = await openPage(browser, 390);
  await ask(pilgrim, name);

  const office = await openPage(browser, 1440);
  await signIn(office, house().url, loginOf(house().logins, "owner"));
  const row = office.getByRole("listitem").filter({ hasText: name });
  await expect(row).toBeVisible();
  await inspect(office);
  await office.goto(`${house().url}/a/nurani/office/groups/${group.id}`);
  await expect(row).toBeVisible();
  await inspect(office);
  await row
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await expect(row).toBeHidden();

  await pilgrim.reload();
  await expect(pilgrim.getByText(WAITING)).toBeHidden();
  await expect(pilgrim.getByRole("heading", { name: "Join a group" })).toBeVisible();
});
