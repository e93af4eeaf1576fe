import { type APIRequestContext, type Browser, expect, type Page, test, type WebSocketRoute } from "@playwright/test";
import { house, loginOf, signIn } from "./support/logins";

test.use({ locale: "en" });

const asMember = { "x-agency": "nurani" };
type Known = { groupId: string; name: string; unread: number; muted: boolean; lastSeq: number };

/** A pilgrim's phone and the leader's, and the group in which both travel. */
async function openTalk(browser: Browser) {
  const { url, logins } = house();
  const [phone, other] = [await browser.newContext({ locale: "en" }), await browser.newContext({ locale: "en" })];
  const [mine, theirs] = [await phone.newPage(), await other.newPage()];
  await signIn(mine, url, loginOf(logins, "pilgrim"), null);
  await signIn(theirs, url, loginOf(logins, "leader"), null);
  const ask = async <T>(who: Page, path: string, method = "GET", data?: object): Promise<T> => {
    const answer = await (who.request as APIRequestContext).fetch(`${url}/api/v1${path}`, {
      method,
      headers: asMember,
      data,
    });
    expect(answer.ok(), `${method} ${path}`).toBe(true);
    return answer.json();
  };
  const chatsOf = async (who: Page) => (await ask<{ data: Known[] }>(who, "/chats")).data;
  const led = (await chatsOf(theirs)).map(({ groupId }) => groupId);
  const { groupId = "", lastSeq: seq } = (await chatsOf(mine)).find((one) => led.includes(one.groupId)) ?? {};
  // Other journeys talked here before.
  await ask(mine, `/groups/${groupId}/read`, "POST", { seq });
  const known = async () => (await chatsOf(mine)).find((one) => one.groupId === groupId);
  const say = (text: string) =>
    ask<{ id: string; seq: number }>(theirs, `/groups/${groupId}/messages`, "POST", {
      clientId: crypto.randomUUID(),
      kind: "text",
      text,
    });
  const path = `${url}/a/nurani/my/messages/${groupId}`;
  const close = () => Promise.all([phone.close(), other.close()]);
  return { mine, theirs, phone, groupId, path, ask, known, say, close, me: loginOf(logins, "pilgrim") };
}

const said = (page: Page, text: string) => page.getByRole("log").getByText(text, { exact: true });
const field = (page: Page) => page.getByRole("textbox", { name: "Write a message" });

test("[R66] read is what was in sight of somebody who looks, and who has not read it is said so", async ({
  browser,
}) => {
  const { mine, theirs, phone, path, groupId, known, say, ask, close } = await openTalk(browser);
  const reads: string[] = [];
  await phone.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (String(frame).includes("message:read")) reads.push(String(frame));
      server.send(frame);
    });
  });
  await mine.goto(path);
  await expect.poll(async () => (await known())?.unread).toBe(0);
  await mine.goto("about:blank");

  for (let i = 1; i <= 30; i += 1) await say(`Word ${i} of the way`);
  const last = await say("The last word");
  await mine.goto(path);
  await expect(said(mine, "Word 1 of the way")).toBeInViewport();
  await expect(said(mine, "The last word")).not.toBeInViewport();
  await expect.poll(async () => (await known())?.unread).toBeLessThan(31);
  expect((await known())?.unread).toBeGreaterThan(5);
  const readers = (id: string) =>
    ask<{ read: { personName: string }[] }>(theirs, `/groups/${groupId}/messages/${id}/readers`);
  expect((await readers(last.id)).read).toEqual([]);

  await mine.locator(".chat-scroll").evaluate((box) => box.scrollTo(0, 0));
  await expect(said(mine, "The last word")).toBeInViewport();
  await expect.poll(async () => (await known())?.unread).toBe(0);
  expect((await readers(last.id)).read).toHaveLength(1);

  // Another window lies in front: what comes meanwhile is seen by nobody.
  const look = (does: "away" | "here") =>
    mine.evaluate((now) => {
      document.hasFocus = () => now === "here";
      window.dispatchEvent(new Event(now === "here" ? "focus" : "blur"));
    }, does);
  await look("away");
  await mine.clock.install();
  const unseen = await say("Said to nobody's eyes");
  await expect(said(mine, "Said to nobody's eyes")).toBeVisible();
  const before = reads.length;
  expect(before).toBeGreaterThan(0);
  await mine.clock.runFor(5_000);
  expect(reads).toHaveLength(before);
  expect((await readers(unseen.id)).read).toEqual([]);
  await look("here");
  await mine.clock.runFor(5_000);
  await expect.poll(async () => (await known())?.unread).toBe(0);
  expect(reads.length).toBeGreaterThan(before);
  await close();
});

test("while the phone looks for its place it says so, can be stopped, and says why it found none", async ({
  browser,
}) => {
  const { mine, phone, path, groupId, ask, close } = await openTalk(browser);
  await phone.addInitScript(() => {
    const asked: { found: PositionCallback; failed: PositionErrorCallback }[] = [];
    const ask = (found: PositionCallback, failed: PositionErrorCallback) => asked.push({ found, failed });
    const clearWatch = () => void asked.splice(0);
    Object.assign(navigator.geolocation, { watchPosition: ask, getCurrentPosition: ask, clearWatch });
    const coords = { latitude: 21.4225, longitude: 39.8262, accuracy: 9, speed: null, heading: null };
    Object.assign(window, {
      find: () => asked.at(-1)?.found({ coords, timestamp: Date.now() } as unknown as GeolocationPosition),
      fail: (code: number) => asked.at(-1)?.failed({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError),
    });
  });
  await mine.goto(path);
  type Said = { data: { id: string; kind: string }[] };
  const newest = async () => (await ask<Said>(mine, `/groups/${groupId}/messages`)).data[0];
  const looking = mine.getByText("Looking for your position", { exact: true });
  const answer = (does: "find" | "fail", code = 0) =>
    mine.evaluate(([what, why]) => (window as unknown as Record<string, (code: number) => void>)[what]?.(why), [
      does,
      code,
    ] as const);
  const press = async () => {
    await mine.getByRole("button", { name: "Add a photo or your position" }).click();
    await mine.getByRole("menuitem", { name: "Send where I am" }).click();
  };
  await expect(field(mine)).toBeVisible();
  const before = await newest();

  await press();
  await expect(looking).toBeVisible();
  await mine.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(looking).toHaveCount(0);
  await answer("find");
  await press();
  await expect(looking).toBeVisible();
  await answer("fail", 1);
  await expect(looking).toHaveCount(0);
  await expect(mine.getByText("Your phone does not let us read your position.")).toBeVisible();
  await mine.getByRole("button", { name: "Try again" }).click();
  await expect(looking).toBeVisible();
  await answer("fail", 3);
  await expect(looking).toHaveCount(0);
  await expect(mine.getByText("Your phone did not find its position. Go outside and try again.")).toBeVisible();
  expect(await newest()).toEqual(before);
  await press();
  await answer("find");
  await expect(looking).toHaveCount(0);
  await expect.poll(async () => (await newest())?.kind).toBe("position");
  expect((await newest())?.id).not.toBe(before?.id);
  await close();
});

test("[R65][R82] a draft outlives a reload, is gone once sent, and is nobody's after signing out", async ({
  browser,
}) => {
  const { mine, path, me, close } = await openTalk(browser);
  const { url } = house();
  await mine.goto(path);
  await field(mine).fill("We are still at");
  await expect(field(mine)).toHaveValue("We are still at");
  await mine.reload();
  await expect(field(mine)).toHaveValue("We are still at");
  await mine.goto(`${url}/a/nurani/my`);
  await mine.goto(path);
  await expect(field(mine)).toHaveValue("We are still at");
  const words = `We are still at gate ${Date.now()}`;
  await field(mine).fill(words);
  await mine.getByRole("button", { name: "Send", exact: true }).click();
  await expect(said(mine, words)).toBeVisible();
  await mine.reload();
  await expect(said(mine, words)).toBeVisible();
  await expect(field(mine)).toHaveValue("");

  await field(mine).fill("For my eyes only");
  await mine.goto(`${url}/a/nurani/my/settings`);
  await mine.getByRole("button", { name: "Sign out" }).click();
  await mine.waitForURL(/sign-in/);
  const seen = () =>
    mine.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith("qafila-seen-")));
  await expect.poll(seen).toEqual([]);
  await signIn(mine, url, me, null);
  await mine.goto(path);
  await expect(field(mine)).toHaveValue("");
  await close();
});

test("[R65][R67] what changed while somebody had no network is so on their phone once they are back", async ({
  browser,
}) => {
  const { mine, theirs, phone, path, groupId, ask, known, say, close } = await openTalk(browser);
  const { url } = house();
  let cut = false;
  const open = new Set<WebSocketRoute>();
  await phone.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (cut) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  // Being offline lets a socket live that is open already.
  const turnOffline = async (is: boolean) => {
    cut = is;
    await phone.setOffline(is);
    for (const socket of is ? open : []) await socket.close().catch(() => undefined);
    if (is) open.clear();
  };
  const today = await phone.newPage();
  await today.goto(`${url}/a/nurani/my`);
  const list = await phone.newPage();
  await list.goto(`${url}/a/nurani/my/messages`);
  await mine.goto(path);
  await expect(field(mine)).toBeVisible();
  const line = list.locator(`a[href*="${groupId}"]`);
  await expect(line).toBeVisible();
  const bell = today.getByRole("button", { name: /^Notifications/ });
  const rung = async () => Number((await bell.locator(".bell-count").allTextContents())[0] ?? 0);
  const told = async () => (await ask<{ unread: number }>(mine, "/notifications")).unread;
  const { members } = await ask<{ members: { userId: string; personName: string }[] }>(mine, `/groups/${groupId}/chat`);
  const { userId } = await ask<{ userId: string }>(mine, "/chats");
  const name = members.find((one) => one.userId === userId)?.personName ?? "";
  const begin = await told();
  await expect.poll(rung).toBe(begin);

  await turnOffline(true);
  await expect(mine.getByText("No connection. These are the messages this phone remembers.")).toBeVisible();
  const words = `@${name} come to bus ${Date.now()}`;
  await say(words);
  await expect.poll(told).toBe(begin + 1);
  await ask(theirs, `/groups/${groupId}/chat`, "PATCH", { leadersOnly: true });
  // On another device of theirs.
  await ask(mine, `/groups/${groupId}/chat/mute`, "PUT", { muted: true });
  await expect(field(mine)).toBeVisible();
  await turnOffline(false);

  await expect(said(mine, words)).toBeVisible();
  await expect(mine.getByText("Only leaders write for now. You can read everything.")).toBeVisible();
  await expect(field(mine)).toHaveCount(0);
  await expect(mine.locator(".chat-top").getByText("Muted")).toBeVisible();
  await expect.poll(rung).toBe(await told());
  expect(await known()).toMatchObject({ muted: true });
  await expect(line).toContainText("Muted");
  await expect(line).toContainText("lets only leaders write for now");

  await turnOffline(true);
  await ask(theirs, `/groups/${groupId}/chat`, "PATCH", { leadersOnly: false });
  await ask(mine, `/groups/${groupId}/chat/mute`, "PUT", { muted: false });
  await turnOffline(false);
  await expect(field(mine)).toBeVisible();
  await expect(mine.locator(".chat-top").getByText("Muted")).toHaveCount(0);
  await close();
});
