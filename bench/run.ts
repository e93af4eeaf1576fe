import { bookings } from "./bookings";
import { chat } from "./chat";
import { connections } from "./connections";
import { logIn } from "./log-in";
import { pages } from "./pages";
import { places } from "./places";
import { positions } from "./positions";
import { rest } from "./rest";
import { start } from "./start";
import { bundleParts } from "./tools/parts";
import type { Row } from "./tools/rounds";
import { openStage, type Stage } from "./tools/stage";
import { machine, save, tableOf } from "./tools/table";
import { travel } from "./travel";

const BENCHES: Record<string, (stage: Stage) => Promise<Row[]>> = {
  positions,
  chat,
  rest,
  places,
  bookings,
  travel,
  pages,
  connections,
  "log-in": logIn,
  start,
};
const USAGE = `npm run bench [-- names…] [--quick] [--save] [--profile]
  names      ${Object.keys(BENCHES).join(" ")}; all of them by default
  --quick    two short rounds: is everything still measurable?
  --save     puts the table into docs/performance.md
  --profile  leaves CPU profiles of our processes in dist/bench`;

/** Measures what was asked for, prints one table, and tells what broke. */
async function run(words: string[]): Promise<number> {
  const flags = new Set(words.filter((word) => word.startsWith("--")));
  const names = words.filter((word) => !word.startsWith("--"));
  if (flags.has("--help") || names.some((name) => !(name in BENCHES))) {
    console.log(USAGE);
    return flags.has("--help") ? 0 : 1;
  }
  const began = Date.now();
  await bundleParts();
  const stage = await openStage({ quick: flags.has("--quick"), profile: flags.has("--profile") });
  // The database runs in a process group of its own and would outlive us.
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void stage.close().then(() => process.exit(1)));
  const rows: Row[] = [];
  let broken = 0;
  try {
    for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
      stage.say(`${name}…`);
      const found = await BENCHES[name]?.(stage).catch((error: unknown) => {
        broken += 1;
        console.error(`${name} could not be measured: ${(error as Error).stack}`);
      });
      rows.push(...(found ?? []));
      // A long measurement that is cut off should not take along what was found before.
      if (found) console.log(`\n${tableOf(found)}\n`);
    }
  } finally {
    await stage.close();
  }
  const text = `${machine(stage.version, stage.rounds)}.\n\n${tableOf(rows)}\n`;
  console.log(`\n${text}\nTook ${Math.round((Date.now() - began) / 1_000)} s.`);
  if (flags.has("--save")) save(text);
  return broken;
}

process.exit(await run(process.argv.slice(2)));
