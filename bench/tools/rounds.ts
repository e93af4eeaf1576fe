import type { Disk, Stage } from "./stage";
import { type Stat, statOf } from "./stats";

/** What one side did in one round. */
export type Measure = {
  /** Operations per second, or milliseconds, or bytes: what the row is about. */
  value: number;
  /** Microseconds of server CPU per operation. */
  cpuUs?: number;
  /** Anything worth a word beside the figure, the last round's. */
  note?: string;
};

/** One line of the table: floor and subject as measured, their ratio round by round, and what was aimed for. */
export type Row = {
  path: string;
  disk: Disk | null;
  unit: string;
  floor: Stat;
  subject: Stat;
  ratio: Stat;
  cpuUs: { floor: number | null; subject: number | null };
  target: Target | null;
  kept: boolean | null;
  note: string;
};
/** How many times the floor: at least (rates) or at most (times, bytes). */
export type Target = { atLeast: number } | { atMost: number };

type Pair = {
  path: string;
  unit: string;
  disk?: Disk;
  target?: Target;
  floor: () => Promise<Measure>;
  subject: () => Promise<Measure>;
};

/** Floor and subject in turn, after one round each that does not count. */
export async function inTurn(stage: Stage, pair: Pair): Promise<Row> {
  stage.setDisk(pair.disk ?? "as it is");
  await pair.floor();
  await pair.subject();
  const rounds: { floor: Measure; subject: Measure }[] = [];
  for (let i = 0; i < stage.rounds; i += 1) {
    // Whoever comes second finds a warmer machine, so they take turns in that too.
    const first = i % 2 === 0 ? await pair.floor() : null;
    const subject = await pair.subject();
    rounds.push({ floor: first ?? (await pair.floor()), subject });
  }
  stage.setDisk("as it is");
  return rowOf(pair, rounds);
}

export function rowOf(
  { path, unit, disk, target }: Omit<Pair, "floor" | "subject">,
  rounds: readonly { floor: Measure; subject: Measure }[],
): Row {
  const ratio = statOf(rounds.map(({ floor, subject }) => subject.value / floor.value));
  const middle = (values: (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    return known.length > 0 ? statOf(known).median : null;
  };
  const last = rounds.at(-1);
  return {
    path,
    unit,
    disk: disk ?? null,
    floor: statOf(rounds.map(({ floor }) => floor.value)),
    subject: statOf(rounds.map(({ subject }) => subject.value)),
    ratio,
    cpuUs: {
      floor: middle(rounds.map(({ floor }) => floor.cpuUs)),
      subject: middle(rounds.map(({ subject }) => subject.cpuUs)),
    },
    target: target ?? null,
    kept: target ? meets(ratio.median, target) : null,
    note: [last?.floor.note && `floor ${last.floor.note}`, last?.subject.note].filter(Boolean).join("; "),
  };
}

/** A figure of our own that has a bound instead of a floor. */
export function bound(path: string, unit: string, values: number[], atMost: number, note = "", disk?: Disk): Row {
  const stat = statOf(values);
  const limit = { median: atMost, min: atMost, max: atMost };
  const ratio = statOf(values.map((value) => value / atMost));
  const cpuUs = { floor: null, subject: null };
  const kept = stat.median <= atMost;
  return {
    path,
    unit,
    disk: disk ?? null,
    floor: limit,
    subject: stat,
    ratio,
    cpuUs,
    target: { atMost: 1 },
    kept,
    note,
  };
}

const meets = (ratio: number, target: Target) =>
  "atLeast" in target ? ratio >= target.atLeast : ratio <= target.atMost;
