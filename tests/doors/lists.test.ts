import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openBranch } from "@/lib/agencies/commands/branches";
import { PageInput } from "@/lib/kernel/page";
import { apiServer } from "@/server/http/api";
import { routes } from "@/server/http/routes.gen";
import { signIn } from "../house/visitors";
import { as, newWorld, type World } from "../support/world";

let world: World;
let app: ReturnType<typeof apiServer>;
let authorization: string;
beforeAll(async () => {
  world = await newWorld();
  for (const name of ["Barat", "Pusat", "Timur"]) {
    await openBranch(as(world.owner), { name, city: "Bandung", timeZone: "Asia/Jakarta" });
  }
  app = apiServer();
  authorization = `Bearer ${await signIn(world.house, world.owner)}`;
});
afterAll(() => world.close());

const ask = async (path: string, method = "GET") => {
  const headers = { host: "localhost:3000", authorization, "x-agency": world.agency.slug };
  const response = await app.fetch(new Request(`http://localhost:3000/api/v1${path}`, { method, headers }));
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : null };
};

type Branches = { data: { id: string; name: string }[]; nextCursor: string | null };
const namesOf = ({ data }: Branches) => data.map(({ name }) => name);

describe("[R88] lists (API.md)", () => {
  /** Asked for by number or hour, or whole by what they are. */
  const WHOLE = [
    "/admin/waiting", // a line for each kind of thing that waits
    "/chats", // what a phone keeps without a network
    "/groups/:groupId/messages", // by ?before= and ?after=
    "/groups/:groupId/members/:userId/positions", // by ?from= and ?to=
    "/groups/:groupId/positions", // latest of all
    "/messages/:id/originals", // of one message
    "/departures/:id/rooming", // a sheet
    "/savings/liability", // a sheet
  ].map((path) => `/api/v1${path}`);
  const lists = routes.filter(({ method, path, endpoint: { operation } }) => {
    const { output } = operation.options;
    return method === "GET" && output instanceof z.ZodObject && output.shape.data && !WHOLE.includes(path);
  });

  it.each(lists)("$path takes limit and cursor, and says where the next page begins", ({ endpoint: { operation } }) => {
    const { input, options } = operation;
    expect(Object.keys((options.output as z.ZodObject).shape)).toContain("nextCursor");
    expect(Object.keys((input as z.ZodObject).shape)).toEqual(expect.arrayContaining(Object.keys(PageInput.shape)));
  });

  const limited = routes.filter(
    ({ method, endpoint: { operation } }) =>
      method === "GET" && operation.input instanceof z.ZodObject && "limit" in operation.input.shape,
  );
  it.each(limited)("$path gives twenty unless told, and a hundred at most", ({ endpoint: { operation } }) => {
    const { limit } = (operation.input as z.ZodObject).shape as { limit: z.ZodType };
    expect([limit.parse(undefined), limit.parse("100"), limit.safeParse("101").success]).toEqual([20, 100, false]);
  });

  it("that are short are handed out by pages all the same, each thing once and in its order", async () => {
    const { body: all } = await ask("/branches");
    expect(all).toMatchObject({ nextCursor: null });
    const first = await ask("/branches?limit=2");
    const second = await ask(`/branches?limit=2&cursor=${first.body.nextCursor}`);
    expect(namesOf(first.body)).toHaveLength(2);
    expect([...namesOf(first.body), ...namesOf(second.body)]).toEqual(namesOf(all));
    expect(second.body.nextCursor).toBeNull();
  });

  it("begin again where the page's last thing is gone, and for a cursor of another list", async () => {
    const foreign = (await ask("/users?limit=1")).body.nextCursor;
    for (const cursor of ["abc", foreign, btoa(JSON.stringify([world.agency.id]))]) {
      expect(await ask(`/branches?cursor=${cursor}`)).toMatchObject({ status: 400, body: { error: "cursor_invalid" } });
    }
    for (const [query, field] of [
      ["limit=0", "limit"],
      ["limit=101", "limit"],
      ["limit=abc", "limit"],
      ["zzz=1", "zzz"],
    ]) {
      const { status, body } = await ask(`/branches?${query}`);
      expect([status, Object.keys(body.details.fields)]).toEqual([422, [field]]);
    }
  });
});

describe("HEAD", () => {
  it("says of an answer what GET says, without it", async () => {
    for (const path of ["/branches?limit=1", "/branches?zzz=1", "/groups?limit=1"]) {
      const [head, get] = [await ask(path, "HEAD"), await ask(path)];
      const told = ({ status, headers }: typeof get) => [status, headers.get("etag"), headers.get("content-type")];
      expect([head.text, told(head)]).toEqual(["", told(get)]);
    }
  });
});
