"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { logOut } from "@/lib/identity/commands/log-out";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { identify } from "./session";
import { webCookie } from "./tokens";

/** Ends this session and forgets its cookie; a session that is over already is no reason to stay. */
export async function signOut(): Promise<void> {
  const given = await headers();
  const identity = await identify(given, "action").catch(() => null);
  if (identity?.actor.kind === "person")
    await logOut(openCall({ ...identity, requestId: requestIdOf(given), via: "action" }), {});
  const { name, secure } = webCookie();
  (await cookies()).set(name, "", { path: "/", maxAge: 0, httpOnly: true, sameSite: "lax", secure });
  redirect("/sign-in");
}
