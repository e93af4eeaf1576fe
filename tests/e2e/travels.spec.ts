import { expect, type Page, test } from "@playwright/test";
import { type Account, logIn } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, signIn } from "./support/logins";
import { asOwner, type RunningGroup } from "./support/office";

const DAY = 24 * 3_600_000;
const leader = () => house().logins.findLast(({ role, agency }) => role === "leader" && agency === "Nurani Wisata")!;
const go = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();

test.use({ locale: "en-GB" });

let owner: Account;
let group: RunningGroup;
test.beforeAll(async () => {
  owner = await asOwner();
  const window = { startsAt: new Date(Date.now() - DAY), endsAt: new Date(Date.now() + DAY) };
  const body = { number: 97, name: "Rombongan Tamu", ...window, timeZone: "Asia/Riyadh", capacity: 9 };
  group = await owner.json("/groups", { method: "POST", body });
});

test("a leader who joins another's group finds their own trip there, from the code and from their own pages", async ({
  page,
}) => {
  const { url } = house();
  listenTo(page);
  await signIn(page, url, leader(), `/join/${group.joinCode.replace("-", "")}`);
  await page.getByRole("button", { name: /^Join group/ }).click();
  await expect(page.getByRole("heading", { name: group.name })).toBeVisible();
  await expect(page).toHaveURL(/\/a\/nurani\/my$/);
  await inspect(page);
  await go(page, "Map");
  await expect(page.getByRole("button", { name: /share/i }).first()).toBeVisible();
  await go(page, /Messages/);
  await expect(page.getByText(group.name).first()).toBeVisible();
  await page.goto(`${url}/a/nurani/lead/more`);
  await go(page, "Your own trip");
  await expect(page).toHaveURL(/\/a\/nurani\/my$/);
});

test("a code that the office made new is the one that a leader holds up, though nobody reads the page again", async ({
  page,
}) => {
  const { url } = house();
  const { userId } = await logIn(url, leader());
  await owner.json(`/groups/${group.id}/members`, { method: "POST", body: { userId, role: "pilgrim" } });
  await owner.json(`/groups/${group.id}/members/${userId}`, { method: "PATCH", body: { role: "leader" } });
  listenTo(page);
  await page.clock.install();
  await signIn(page, url, leader(), `/a/nurani/lead/groups/${group.id}/roster`);
  await go(page, "Show the code to join");
  await expect(page.getByText(group.joinCode)).toBeVisible();
  const { joinCode } = await owner.json<RunningGroup>(`/groups/${group.id}/code/rotate`, { method: "POST", body: {} });
  await page.clock.runFor(15_000);
  await expect(page.getByText(joinCode)).toBeVisible();
  await inspect(page);
  await page.goto(`${url}/join/${joinCode.replace("-", "")}`);
  await go(page, "Open my page");
  await expect(page, "who only leads begins where leaders do").toHaveURL(/\/a\/nurani\/lead$/);
});
