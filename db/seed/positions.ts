import type { Person } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { openCall } from "@/server/doors/call";
import type { Runtime } from "@/server/runtime";

export type SeededMember = { userId: string; role: "leader" | "helper" | "pilgrim" };
type Spot = { lat: number; lng: number };

/** South of King Abdulaziz Gate, where the group meets. */
const GATE: Spot = { lat: 21.42094, lng: 39.82586 };
const METRES_PER_DEGREE = 111_195;
const STEP_MS = 20_000;

/** How a group of people stands: most together, some in the courtyard of the mosque, a few astray, a few silent. */
type Habit = { centre: Spot; spreadM: number; steps: number; agoMs: number; drift: number };
const HABITS: Record<"near" | "mosque" | "away" | "silent", Habit> = {
  near: { centre: GATE, spreadM: 60, steps: 12, agoMs: 20_000, drift: 0.4 },
  mosque: { centre: { lat: 21.42195, lng: 39.82615 }, spreadM: 70, steps: 14, agoMs: 60_000, drift: 0.9 },
  away: { centre: { lat: 21.42465, lng: 39.82745 }, spreadM: 120, steps: 16, agoMs: 100_000, drift: 1.2 },
  silent: { centre: { lat: 21.4191, lng: 39.8247 }, spreadM: 80, steps: 8, agoMs: 26 * 60_000, drift: 0.3 },
};

const habitOf = (index: number, role: SeededMember["role"]): Habit => {
  if (role === "leader") return HABITS.near;
  if (index % 17 === 5) return HABITS.silent;
  if (index % 11 === 7) return HABITS.away;
  return index % 3 === 1 ? HABITS.mosque : HABITS.near;
};

/** A small deterministic noise, so that two demos look alike. */
const noise = (seed: number) => {
  const wave = Math.sin(seed * 12.9898) * 43_758.5453;
  return wave - Math.floor(wave) - 0.5;
};

function walk(index: number, habit: Habit, now: Date) {
  const angle = noise(index) * 2 * Math.PI * 2;
  const out = Math.abs(noise(index + 500)) * 2 * habit.spreadM;
  return Array.from({ length: habit.steps }, (_, step) => {
    const along = (step - habit.steps) * habit.drift * (STEP_MS / 1_000);
    const north = Math.cos(angle) * (out + along) + noise(index * 31 + step) * 6;
    const east = Math.sin(angle) * (out + along) + noise(index * 37 + step) * 6;
    return {
      id: newId(),
      at: new Date(now.getTime() - habit.agoMs - (habit.steps - 1 - step) * STEP_MS).toISOString(),
      lat: habit.centre.lat + north / METRES_PER_DEGREE,
      lng: habit.centre.lng + east / (METRES_PER_DEGREE * Math.cos((habit.centre.lat * Math.PI) / 180)),
      accuracy: 6 + Math.round(Math.abs(noise(index + step)) * 40),
      speed: habit.drift,
      battery: Math.max(0.08, 0.92 - Math.abs(noise(index + 99)) * 1.5),
    };
  });
}

/** Lets the members of a running group send where they are, as their phones would. */
export async function seedPositions(
  house: Runtime,
  agencyId: string,
  members: readonly SeededMember[],
  now: Date,
): Promise<void> {
  await Promise.all(
    members.map(({ userId, role }, index) => {
      const actor: Person = {
        kind: "person",
        userId,
        sessionId: newId(),
        roles: [role === "leader" ? "leader" : "pilgrim"],
        branchId: null,
        grants: [],
        leads: [],
        groups: [],
        superAdmin: false,
      };
      const call = openCall({ actor, agencyId, via: "task", now }, house);
      return sendPositions(call, { positions: walk(index, habitOf(index, role), now) });
    }),
  );
}
