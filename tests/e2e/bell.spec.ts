import { expect, test } from "@playwright/test";
import { DESK } from "./support/desk";
import { house, loginOf, signIn } from "./support/logins";

test.use(DESK);

const JSON_BODY = { "content-type": "application/json" };

test("a join request rings the office's bell at once, leads to the group, and its answer silences it", async ({
  page,
  request,
}) => {
  const { url, logins } = house();
  await signIn(page, url, loginOf(logins, "owner"));
  const bell = page.locator(".office-side").getByRole("button", { name: /^Notifications/ });
  const count = async () => Number((await bell.locator(".side-count").allTextContents())[0] ?? 0);
  const api = (path: string, method: string, data?: object) =>
    page.request.fetch(`${url}/api/v1${path}`, { method, data, headers: { ...JSON_BODY, "x-agency": "nurani" } });
  const [group] = (await (await api("/groups?state=upcoming", "GET")).json()).data;
  await api(`/groups/${group.id}`, "PATCH", { needsApproval: true });
  await page.waitForLoadState("networkidle");
  const before = await count();

  const somebody = { name: "Farah Nabila", username: `farah${Date.now()}`, password: "a long walk to Makkah" };
  const made = await (await request.post(`${url}/api/v1/auth/register`, { data: somebody })).json();
  const headers = { authorization: `Bearer ${made.accessToken}` };
  await request.post(`${url}/api/v1/groups/join`, { data: { code: group.joinCode }, headers });
  await expect.poll(count).toBe(before + 1);
  // What waits stands on the page too, though nobody asked for it again.
  await expect(page.getByRole("main").getByText("Farah Nabila")).toBeVisible();

  await bell.click();
  const told = page
    .getByRole("dialog")
    .getByRole("link", { name: /Farah Nabila asks to join/ })
    .first();
  await expect(told).toContainText("New");
  await api(`/groups/${group.id}/join-requests/${made.user.id}/reject`, "POST");
  await expect(told).not.toContainText("New");
  await told.click();
  await page.waitForURL(new RegExp(`/office/groups/${group.id}`));
  await expect.poll(count).toBe(before);
});
