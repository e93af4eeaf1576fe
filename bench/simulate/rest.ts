type Tokens = { accessToken: string; refreshToken: string };
type SignedIn = Tokens & { user: { id: string; name: string } };
type Asked = { method?: string; body?: unknown; token?: string; agency?: string };

const PATIENCE_MS = 90_000;
const PAUSE_MS = 500;
const HTTP_MS = 15_000;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A refusal by the server, with its code. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfterMs: number,
  ) {
    super(`${status} ${code}`);
  }
}

async function ask(url: string, path: string, { method = "GET", body, token, agency }: Asked): Promise<Response> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...(agency && { "x-agency": agency }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(HTTP_MS),
  });
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => ({}))) as { error?: string };
  const seconds = Number(response.headers.get("retry-after")) || 1;
  throw new Refused(response.status, refusal.error ?? "unknown", seconds * 1_000);
}

/** Tries again while the server is away, busy or counts us too fast; what it refuses for good is thrown. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const passing = !(error instanceof Refused) || error.status === 429 || error.status >= 500;
      if (!passing || Date.now() > until) throw error;
      await pause(error instanceof Refused ? error.retryAfterMs : PAUSE_MS);
    }
  }
}

/** Somebody signed in over REST. Every call refreshes the token when its time is over. */
export type Account = {
  userId: string;
  name: string;
  token: () => string;
  json: <T>(path: string, asked?: { method?: string; body?: unknown }) => Promise<T>;
  text: (path: string) => Promise<string>;
  /** One attempt, whatever comes of it. */
  once: (path: string, body: unknown) => Promise<unknown>;
};

function accountOf(url: string, { user, ...given }: SignedIn, agency?: string): Account {
  let tokens: Tokens = given;
  const renewed = async (path: string, asked: Asked): Promise<Response> => {
    try {
      return await ask(url, path, { ...asked, agency, token: tokens.accessToken });
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "token_expired") throw error;
      const { refreshToken } = tokens;
      tokens = (await (await ask(url, "/auth/refresh", { method: "POST", body: { refreshToken } })).json()) as Tokens;
      return ask(url, path, { ...asked, agency, token: tokens.accessToken });
    }
  };
  const read = async <T>(response: Response) => (response.status === 204 ? undefined : await response.json()) as T;
  return {
    userId: user.id,
    name: user.name,
    token: () => tokens.accessToken,
    json: <T>(path: string, asked: Asked = {}) => patiently(async () => read<T>(await renewed(path, asked))),
    text: (path) => patiently(async () => (await renewed(path, {})).text()),
    once: async (path, body) => read(await renewed(path, { method: "POST", body })),
  };
}

/** Signs in somebody who exists. */
export async function logIn(url: string, who: { identifier: string; password: string }): Promise<Account> {
  const body = { identifier: who.identifier, password: who.password };
  const signedIn = await patiently(async () => ask(url, "/auth/login", { method: "POST", body }));
  return accountOf(url, (await signedIn.json()) as SignedIn);
}

/** Makes a new login; it belongs to no agency until it joins a group. */
export async function register(url: string, who: { name: string; username: string; password: string }) {
  const signedIn = await patiently(async () => ask(url, "/auth/register", { method: "POST", body: who }));
  return (agency?: string) =>
    signedIn
      .clone()
      .json()
      .then((body) => accountOf(url, body as SignedIn, agency));
}
