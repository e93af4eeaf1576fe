import { expect, test } from "@playwright/test";
import { logIn } from "@/bench/simulate/rest";
import { inspect, listenTo } from "./support/inspect";
import { house, loginOf, signIn } from "./support/logins";

type Group = { id: string; state: string; meetingPoint: { lat: number; lng: number; label: string } | null };

// Four paces from the Kaaba's corner, where nothing that ships with the product stands.
const HERE = { latitude: 21.4211111, longitude: 39.8277777, accuracy: 8 };
test.use({ permissions: ["geolocation"], geolocation: HERE });

test("a leader moves the meeting point to where they stand, and takes it back", async ({ page }) => {
  const { url, logins } = house();
  listenTo(page);
  const leader = loginOf(logins, "leader", "Aq Jol Travel");
  const { data } = await (await logIn(url, loginOf(logins, "owner", "Aq Jol Travel"))).json<{ data: Group[] }>(
    "/groups",
  );
  const group = data.find(({ state }) => state === "running")!;
  const before = group.meetingPoint!.label;
  await signIn(page, url, leader);
  await page.getByRole("link", { name: "Meeting point" }).click();
  await page.getByRole("button", { name: "Where I stand now" }).click();
  await expect(page.getByText("to about 8 m")).toBeVisible();
  await page.getByRole("button", { name: "Save the meeting point" }).click();
  const words = page.getByRole("textbox", { name: "What people read" });
  await expect(words).toHaveAccessibleDescription(/Fill this in/);
  await words.fill("Beside the green lamp");
  await inspect(page);
  await page.getByRole("button", { name: "Save the meeting point" }).click();
  const link = page.getByRole("link", { name: "Meeting point" });
  await expect(link).toContainText("Beside the green lamp");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link).toContainText(before);
});
