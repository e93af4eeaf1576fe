import type { LoggedIn } from "./parts/log-in";
import { inTurn, type Measure, type Row } from "./tools/rounds";
import type { Stage } from "./tools/stage";
import { makeWorld } from "./tools/world";

const CLIENTS = 8;
const PILGRIMS = 400;

/** A hotel full of pilgrims logs in: the whole command against the check of a password alone. */
export async function logIn(stage: Stage): Promise<Row[]> {
  const database = await stage.database();
  await makeWorld(database.bare, { agencies: 1, groups: 1, pilgrims: PILGRIMS });
  const part = await stage.part("log-in", database.env);
  const hash = await part.ask<string>("open");
  const people = await database.bare<{ username: string }[]>`
    update users set password_hash = ${hash} returning username`;
  const order = { usernames: people.map(({ username }) => username), clients: CLIENTS, seconds: stage.seconds };
  const run = (way: "bare" | "whole") => async (): Promise<Measure> => {
    const { done, seconds, ms, cpu } = await part.during(() => part.ask<LoggedIn>(way, order));
    const note = `p50 / p99 ${ms.p50.toFixed(0)} / ${ms.p99.toFixed(0)} ms`;
    return { value: done / seconds, cpuUs: cpu / done, note };
  };
  const row = await inTurn(stage, {
    path: `log-in, ${CLIENTS} clients, over the password's check alone`,
    unit: "log-ins/s",
    target: { atLeast: 0.7 },
    floor: run("bare"),
    subject: run("whole"),
  });
  await part.close();
  return [row];
}
