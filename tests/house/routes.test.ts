import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { encodeCursor } from "@/lib/kernel/page";
import { signAccess } from "@/server/doors/tokens";
import { type Route, routes } from "@/server/http/routes.gen";
import { everything } from "./everything";
import { openStage, type Stage } from "./stage";
import { askOf, callerOf, sendTo, signIn, withoutLimits } from "./visitors";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  withoutLimits(stage.world.house);
});
afterAll(() => stage.close());

const named = routes.map((route) => ({ ...route, title: `${route.method} ${route.path}` }));
/** What needs nobody to be signed in: proofs of their own (passwords, tokens) or nothing at all. */
const OPEN = [
  // What is published.
  "GET /api/v1/departures/:id",
  "GET /api/v1/packages/:id",
  "GET /api/v1/ingest/osmand/:token",
  "GET /api/v1/public/agencies/:slug",
  "GET /api/v1/public/agencies/:slug/branches",
  "GET /api/v1/public/agencies/:slug/departures",
  "GET /api/v1/public/agencies/:slug/logo",
  "GET /api/v1/public/agencies/:slug/packages",
  "GET /api/v1/public/agencies/:slug/packages/:id/photos/:photoId",
  "GET /api/v1/public/statements/:code",
  "POST /api/v1/agencies",
  "POST /api/v1/auth/code",
  "POST /api/v1/auth/code/verify",
  "POST /api/v1/auth/forgot-password",
  "POST /api/v1/auth/invitations/accept",
  "POST /api/v1/auth/invitations/read",
  "POST /api/v1/auth/login",
  "POST /api/v1/auth/logout",
  "POST /api/v1/auth/logout-everywhere",
  "POST /api/v1/auth/refresh",
  "POST /api/v1/auth/register",
  "POST /api/v1/auth/reset-password",
  "POST /api/v1/ingest/osmand/:token",
  "POST /api/v1/ingest/owntracks/:token",
  "POST /api/v1/public/agencies/:slug/guests",
  "POST /api/v1/public/agencies/:slug/guests/verify",
  // A gateway proves itself by its token and its signature.
  "POST /api/v1/webhook/payments/:gateway/:token",
];
const closed = named.filter(({ title }) => !OPEN.includes(title));
const takesBody = named.filter(
  ({ method, endpoint }) => !["GET", "DELETE"].includes(method) && !endpoint.operation.options.read,
);

/** A session of its own each time: some of these calls end whatever sessions they find. */
const tokenOf = (role: Exclude<ReturnType<typeof callerOf>, null> | "rivalOwner") =>
  signIn(stage.world.house, stage.world[role]);
const valid = async (route: Route) => {
  const caller = callerOf(route);
  return { ...askOf(stage, route), token: caller ? await tokenOf(caller) : undefined };
};
let before: unknown[] = [];
/** What is there now, but for sessions and looks, which are made by asking. */
const look = () => everything(stage.world, ["sessions", "position_looks"]);
const remember = async () => {
  before = await look();
};
/** A look at every table costs more than a request: it is taken once, behind all of a kind. */
const nothingChanged = () =>
  it("nothing of all this has changed anything", async () => expect(await look()).toEqual(before));

type Answer = Awaited<ReturnType<typeof sendTo>>;

/** A refusal as API.md writes it: of this status, with a code, a sentence and the request's id. */
function expectRefusal(what: string, { status, body, headers }: Answer, statuses: number[]) {
  expect([what, statuses.includes(status), status]).toEqual([what, true, status]);
  expect(body).toMatchObject({
    error: expect.stringMatching(/^[a-z_]+$/),
    message: expect.stringMatching(/\S/),
    requestId: expect.any(String),
  });
  expect(headers.get("x-request-id")).toBe(body.requestId);
}

describe("[R79] without a person", () => {
  it("the open routes are these and no others", async () => {
    const asked = await Promise.all(
      named.map(async (route) => ({ title: route.title, answer: await sendTo(route, askOf(stage, route)) })),
    );
    const asksWho = ({ status, body }: Answer) => status === 401 && body.error === "unauthenticated";
    const open = asked.filter(({ answer }) => !asksWho(answer)).map(({ title }) => title);
    // What the stage's one refresh token opens depends on who used it first; what is published needs an agency named.
    const settled = (titles: string[]) =>
      titles.filter((title) => !/refresh|logout|GET .*(packages|departures)\/:id$/.test(title)).sort();
    await remember();
    expect(settled(open)).toEqual(settled(OPEN));
  });

  it.each(closed)(
    "$title answers 401 to nobody, to strangers' tokens and to old ones, also at an agency's door",
    async (route) => {
      const { userId } = stage.world.owner;
      const now = new Date(Date.now() - 3_600_000);
      const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: userId, sid: newId(), exp: 9e9 }))}.`;
      const foreign = new SignJWT({ sid: newId() })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(userId)
        .setExpirationTime("1h");
      const forged = [
        ["nothing", undefined, "unauthenticated"],
        ["an expired token", await signAccess({ sub: userId, sid: newId() }, now), "token_expired"],
        ["a session that never was", await signAccess({ sub: userId, sid: newId() }), "unauthenticated"],
        ["another key's signature", await foreign.sign(new Uint8Array(32)), "unauthenticated"],
        ["no signature", unsigned, "unauthenticated"],
        ["noise", "%00'; drop table users --", "unauthenticated"],
      ] as const;
      for (const [what, token, code] of forged) {
        for (const headers of [undefined, { "x-agency": stage.world.agency.slug }]) {
          const answer = await sendTo(route, { ...askOf(stage, route), token, headers });
          expect([what, answer.status, answer.body.error]).toEqual([what, 401, code]);
          expect(answer.headers.get("www-authenticate")).toBe("Bearer");
        }
      }
    },
  );

  it.each(closed.filter(({ path }) => !path.endsWith("/join")))(
    "$title says to sign in before it says what is wrong",
    async (route) => {
      const { params, body } = askOf(stage, route);
      const odd = Object.fromEntries(Object.keys(params).map((name) => [name, "zzz"]));
      for (const asked of [
        { params, body: { ...body, zzz: 1 } },
        { params: odd, body },
      ]) {
        const { status, body: told } = await sendTo(route, asked);
        expect([status, told.error]).toEqual([401, "unauthenticated"]);
      }
    },
  );

  nothingChanged();
});

/** The platform tells everybody but its own the same, whatever is there. */
const refusedWith = ({ path }: Route) => (path.startsWith("/api/v1/admin/") ? [403] : [404]);

describe("[R79] somebody else's things", () => {
  // A report's name is nobody's thing: everybody asks for their own agency's.
  const withIds = closed.filter(({ path }) => path.includes(":") && !path.includes("/reports/"));

  it.each(withIds)("$title answers the rival's owner as if they did not exist", async (route) => {
    const { params, body } = askOf(stage, route);
    const token = await tokenOf("rivalOwner");
    const random = Object.fromEntries(Object.keys(params).map((name) => [name, newId()]));
    const [real, none] = await Promise.all([params, random].map((ids) => sendTo(route, { params: ids, body, token })));
    expectRefusal("the real one", real!, refusedWith(route));
    expect({ ...real!.body, requestId: "" }).toEqual({ ...none!.body, requestId: "" });
  });

  nothingChanged();

  // A code lets people in: that is what it is for.
  it.each(closed.filter(({ path }) => !path.endsWith("/join")))(
    "$title lets nobody into an agency by naming it",
    async (route) => {
      const headers = { "x-agency": stage.world.agency.slug };
      const token = await tokenOf("rivalOwner");
      const answer = await sendTo(route, { ...askOf(stage, route), token, headers });
      const aboutMe = ["identity.", "agencies.list_mine"].some((name) => route.endpoint.operation.id.startsWith(name));
      if (!aboutMe) expectRefusal(route.title, answer, refusedWith(route));
      expect(answer.text).not.toContain(stage.world.owner.personName);
    },
  );
});

/** Half a character: JSON can carry it, text can not. */
const HALF = "\ud800";
/** What has broken databases and parsers: every field gets all of it. */
const HOSTILE = ["a\u0000b", "x".repeat(10_000), HALF, "", null, 1e308, { $ne: null }];
/** What breaks where it is put together: shared out, so that every third field gets the same. */
const ODD = [
  ["'; drop table users; -- <script>alert(1)</script> #{7*7}", -42, "%00%0a"],
  [`محمد الفاتح ${"👩‍👩‍👧‍👦🕋".repeat(50)}`, true, "../../etc/passwd"],
  ["\u202eevil", [], "\u0000"],
];
/** Names that nothing has. */
const NAMES = [...HOSTILE.slice(0, 2), ...ODD.flat()].filter((one): one is string => typeof one === "string");

type Fields = Record<string, { unwrap(): { options: string[] } }>;
const fieldsOf = ({ endpoint }: Route) => (endpoint.operation.input as unknown as { shape?: Fields }).shape ?? {};
const paged = named.filter((route) => "cursor" in fieldsOf(route));
/** What a list may be sorted by; of most there is but one order. */
const ordersOf = (route: Route) => fieldsOf(route).sort?.unwrap().options ?? [undefined];
/** Keys that another list, another order or nobody has written. */
const KEYS = ["Nurani", "2026-02-30", "a\u0000b", HALF, 1.5, 1e308];

describe("[R88] nonsense", () => {
  beforeAll(remember);

  it.each(paged)("$title goes on from no cursor but its own", async (route) => {
    const { params, body, token } = await valid(route);
    for (const sort of ordersOf(route)) {
      for (const key of KEYS) {
        for (const parts of [[key], [key, newId()], [newId(), key], [key, key, newId()]]) {
          const cursor = encodeCursor(sort ? [sort, ...parts] : parts);
          const answer = await sendTo(route, { params, token, body: { ...body, ...(sort ? { sort } : {}), cursor } });
          expect([sort, key, answer.status < 500]).toEqual([sort, key, true]);
        }
      }
    }
  });

  it.each(takesBody)("$title refuses what is no JSON object, and what is too large", async (route) => {
    const { params, body, token } = await valid(route);
    for (const raw of ["{", "[]", '"text"', "null", "42", "\u0000", "{'a':1}", "<xml/>"]) {
      expectRefusal(raw, await sendTo(route, { params, token, raw }), [400]);
    }
    const size = route.endpoint.operation.options.large ? 12_100_000 : 1_100_000;
    const raw = JSON.stringify({ ...body, padding: "x".repeat(size) });
    expectRefusal("too large", await sendTo(route, { params, token, raw }), [413]);
    const headers = { "content-length": "99999999999" };
    expectRefusal("says it is too large", await sendTo(route, { params, token, raw: "{}", headers }), [413]);
  });

  it.each(named.filter(({ endpoint }) => !endpoint.operation.options.read))(
    "$title refuses unknown fields and wrong types",
    async (route) => {
      const { params, body, token } = await valid(route);
      const reads = route.method === "GET" || route.method === "DELETE";
      for (const field of ["zzz", "role", "agencyId", "constructor", "toString"]) {
        if (field in body || (field === "role" && /members|users$/.test(route.path))) continue;
        // The stage's one invitation was accepted when it was asked what is open.
        const statuses = route.path.endsWith("/invitations/accept") ? [404, 422] : [422];
        expectRefusal(field, await sendTo(route, { params, token, body: { ...body, [field]: "owner" } }), statuses);
      }
      if (!reads) {
        const raw = JSON.stringify({ ...body, zzz: 1 }).replace('"zzz"', '"__proto__"');
        expectRefusal("__proto__", await sendTo(route, { params, token, raw }), [404, 422]);
      }
      for (const field of reads ? [] : Object.keys(body)) {
        // An object that needs nothing is no wrong type for an object.
        const empty = typeof body[field] === "object" ? [] : [{}];
        for (const wrong of [...empty, { $ne: null }, 12.5]) {
          const raw = JSON.stringify({ ...body, [field]: wrong });
          expectRefusal(
            `${field} ${JSON.stringify(wrong)}`,
            await sendTo(route, { params, token, raw }),
            [401, 404, 422],
          );
        }
      }
    },
  );

  it.each(named.filter(({ path }) => path.includes(":")))(
    "$title answers odd names in its path with 404 or 422",
    async (route) => {
      const { params, body, token } = await valid(route);
      for (const name of Object.keys(params)) {
        for (const odd of [newId(), "undefined", "-1", "*", ...NAMES, `${newId().toUpperCase()}0`]) {
          const answer = await sendTo(route, { params: { ...params, [name]: odd }, body, token });
          expectRefusal(`${name}=${odd.slice(0, 20)}`, answer, [400, 404, 422]);
        }
      }
    },
  );

  nothingChanged();

  it.each(named)("$title never breaks over hostile text and values in any field", async (route) => {
    const { params, body, token } = await valid(route);
    const fields = new Set([...Object.keys(body), ...Object.keys(fieldsOf(route))]);
    for (const [i, field] of [...fields].entries()) {
      if (field in params) continue;
      for (const odd of [...HOSTILE, ...(ODD[i % ODD.length] ?? [])]) {
        const answer = await sendTo(route, { params, token, body: { ...body, [field]: odd } });
        expect([field, odd, answer.status < 500]).toEqual([field, odd, true]);
        if (answer.status >= 400) expectRefusal(field, answer, [answer.status]);
      }
    }
  });
});
