import { type Account, logIn } from "@/bench/simulate/rest";
import { house, loginOf } from "../support/logins";
import { asOwner, preparedDepartures, runningGroup } from "../support/office";
import type { Place } from "./screens";

/** The id of the first thing of a list. */
async function firstOf(who: Account, path: string): Promise<string> {
  const { data } = await who.json<{ data: { id: string }[] }>(path);
  if (!data[0]) throw new Error(`the demo has nothing under ${path}`);
  return data[0].id;
}

/** Asks the running house what the addresses of its screens are made of. */
export async function findPlace(): Promise<Place> {
  const { url, logins } = house();
  const [owner, pilgrim] = [await asOwner(), await logIn(url, loginOf(logins, "pilgrim"))];
  const group = await runningGroup(owner);
  const { data } = await owner.json<{ data: { userId: string; position: unknown }[] }>(`/groups/${group.id}/positions`);
  return {
    ...(await preparedDepartures(owner)),
    groupId: group.id,
    person: data.filter(({ position }) => position).at(-1)?.userId ?? "",
    code: group.joinCode.replace("-", ""),
    host: new URL(url).host,
    agency: (await owner.json<{ id: string }>("/agency")).id,
    package: await firstOf(owner, "/packages"),
    product: await firstOf(owner, "/products"),
    myOrder: await firstOf(pilgrim, "/orders/my"),
    booking: await firstOf(owner, "/bookings"),
    invoice: await firstOf(owner, "/invoices"),
    plan: await firstOf(owner, "/savings/plans"),
    myBooking: await firstOf(pilgrim, "/bookings?mine=true"),
    myInvoice: await firstOf(pilgrim, "/invoices"),
    myPlan: await firstOf(pilgrim, "/savings/plans"),
  };
}
