import { type Account, logIn } from "@/bench/simulate/rest";
import { newId } from "@/lib/kernel/ids";
import { type house, loginOf } from "./logins";
import { asOwner, runningGroup } from "./office";

type Fix = { at: string; lat: number; lng: number; accuracy: number | null };
type Seen = { userId: string; position: (Fix & { battery?: number | null }) | null };
type House = ReturnType<typeof house>;

const MINUTE = 60_000;
/** Whoever is silent in the demo stays so: a picture shows that, too. */
const SILENT_MS = 20 * MINUTE;
/** Everybody moves a few steps, so that no two pictures are of a dead map. */
const step = () => (Math.random() - 0.5) / 20_000;

/** Logs in everybody of the demo's largest group: its pilgrims are the first ones of the agency. */
async function logInAll({ url, logins }: House, count: number): Promise<Account[]> {
  const { agency } = loginOf(logins, "pilgrim");
  const known = logins.filter((one) => one.agency === agency && one.role === "pilgrim").slice(0, count);
  const pilgrims: Account[] = [];
  for (const login of known) {
    const account = await logIn(url, login).catch(() => null);
    if (account) pilgrims.push(account);
  }
  return [await logIn(url, loginOf(logins, "leader")), ...pilgrims];
}

/** The demo's people with their phones on: each call sends where they are as of now, by the same road as a phone. */
export async function openCrowd(house: House): Promise<() => Promise<number>> {
  const owner = await asOwner();
  const group = await runningGroup(owner);
  const everybody = await logInAll(house, group.members);
  const { data } = await owner.json<{ data: Seen[] }>(`/groups/${group.id}/positions`);
  const heard = data.flatMap(({ userId, position }) =>
    position && Date.now() - Date.parse(position.at) < SILENT_MS ? [{ userId, position }] : [],
  );
  return async () => {
    const sent = await Promise.all(
      heard.map(async ({ userId, position }, i) => {
        const account = everybody.find((one) => one.userId === userId);
        if (!account) return 0;
        const at = new Date(Date.now() - (i % 4) * MINUTE).toISOString();
        const { lat, lng, accuracy, battery } = position;
        const fix = { id: newId(), at, lat: lat + step(), lng: lng + step(), accuracy, speed: 0, heading: null };
        await account.json("/positions", {
          method: "POST",
          body: { positions: [{ ...fix, battery: battery ?? 0.6 }] },
        });
        return 1;
      }),
    );
    return sent.filter((one) => one === 1).length;
  };
}
