import { type Account, logIn } from "@/bench/simulate/rest";
import { house, loginOf } from "./logins";

export type RunningGroup = { id: string; number: number; name: string; joinCode: string; members: number };
type Shown = { userId: string; sharing: string; position: { at: string; lat: number; lng: number } | null };

/** The owner over REST, to arrange what a journey needs and to look at what became of it. */
export const asOwner = (agency?: string): Promise<Account> =>
  logIn(house().url, loginOf(house().logins, "owner", agency));

/** The largest group on its trip, with room for more. */
export async function runningGroup(owner: Account): Promise<RunningGroup> {
  const { data } = await owner.json<{ data: RunningGroup[] }>("/groups?state=running&limit=100");
  const found = data.toSorted((a, b) => b.members - a.members)[0];
  if (!found) throw new Error("the demo has no group on its trip");
  return owner.json(`/groups/${found.id}`, { method: "PATCH", body: { capacity: found.members + 20 } });
}

/** A departure that is on the road with a frozen manifest, and the one that sells best. */
export async function preparedDepartures(owner: Account): Promise<{ gone: string; open: string }> {
  const { data } = await owner.json<{ data: { id: string; status: string; seats: { sold: number } }[] }>(
    "/departures?limit=100",
  );
  const gone = data.find(({ status }) => status === "departed");
  const [open] = data.filter(({ status }) => status === "open").toSorted((a, b) => b.seats.sold - a.seats.sold);
  if (!gone || !open) throw new Error("the demo has no departure on the road, or none on sale");
  return { gone: gone.id, open: open.id };
}

/** Somebody's savings plan. */
export async function anyPlan(owner: Account): Promise<string> {
  const { data } = await owner.json<{ data: { id: string }[] }>("/savings/plans");
  if (!data[0]) throw new Error("nobody saves in the demo");
  return data[0].id;
}

/** What the group's map shows of the person of this name. */
export async function shownOf(owner: Account, groupId: string, name: string): Promise<Shown | null> {
  const path = `/groups/${groupId}/members?q=${encodeURIComponent(name)}`;
  const { data: people } = await owner.json<{ data: { userId: string }[] }>(path);
  const { data } = await owner.json<{ data: Shown[] }>(`/groups/${groupId}/positions`);
  return data.find(({ userId }) => userId === people[0]?.userId) ?? null;
}
