import { createHmac } from "node:crypto";
import { z } from "zod";
import { logInByCode as enterByCode } from "@/lib/identity/commands/codes";
import { logIn as openSession } from "@/lib/identity/commands/log-in";
import { refresh as rotate } from "@/lib/identity/commands/refresh";
import { register as addUser } from "@/lib/identity/commands/register";
import { type RegisterInput, type SignedIn, type TokenPair, User } from "@/lib/identity/contract";
import type { Call, Work } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { runtime } from "../runtime";
import { ACCESS_SECONDS, signAccess } from "./tokens";

/** Signing needs the house's secret, which commands don't know: so the door adds the access token to what they answer. */
async function pairOf(sid: string, sub: string, refreshToken: string | null): Promise<z.output<typeof TokenPair>> {
  if (refreshToken === null) throw new Error("Only a session opened through HTTP has tokens.");
  return { accessToken: await signAccess({ sub, sid }), refreshToken, expiresIn: ACCESS_SECONDS };
}

/** Tokens are never kept as an idempotent answer: who asks twice gets new ones. */
function telling<I extends z.ZodType, R, A>(use: Operation<I, R>, tell: (result: R) => Promise<A>): Operation<I, A> {
  const through = async (call: Call | Work, input: z.input<I>) => tell(await use({ ...call, once: undefined }, input));
  return Object.assign(through, { operation: use.operation });
}

type Entered = { user: User; sid: string; refreshToken: string | null };
const welcome = async ({ user, sid, refreshToken }: Entered) => ({
  user,
  ...(await pairOf(sid, user.id, refreshToken)),
});

export const logIn = telling(openSession, welcome);
export const logInByCode = telling(enterByCode, welcome);

export const refresh = telling(rotate, ({ sid, userId, refreshToken }) => pairOf(sid, userId, refreshToken));

/** A new login that is signed in at once. Repeated with its Idempotency-Key it is the same login, signed in again. */
export const register: Operation<typeof RegisterInput, SignedIn> = Object.assign(
  async (call: Call | Work, input: z.input<typeof RegisterInput>) => {
    await addUser({ ...call, once: onceWithoutPassword(call) }, input);
    const identifier = input.email ?? input.phone ?? input.username ?? "";
    return logIn(call, { identifier, password: input.password });
  },
  { operation: addUser.operation },
);

/** The body holds a password, so what is kept of it must not be guessable. */
const onceWithoutPassword = ({ once }: Call): Call["once"] =>
  once && {
    key: once.key,
    stranger: once.stranger,
    bodyHash: createHmac("sha256", runtime().secret).update(once.bodyHash).digest("base64url"),
    encode: (user) => z.encode(User, user),
  };
