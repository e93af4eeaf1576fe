import { HttpWire } from "../tools/http";
import { answer } from "../tools/part";
import { type Latency, latencyOf } from "../tools/stats";

type Order = { port: number; path: string; tokens: string[]; connections: number; seconds: number };
export type Loaded = { perSecond: number; done: number; ms: Latency; bytes: number };

let turn = 0;

/** Asks as fast as answers come, each time as the next session, so that nobody's limit is reached. */
async function hammer({ port, path, tokens, connections, seconds }: Order): Promise<Loaded> {
  const wires = await Promise.all(Array.from({ length: connections }, () => HttpWire.open(port)));
  const ms: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const until = start + seconds * 1_000;
  const ask = async (wire: HttpWire) => {
    while (performance.now() < until) {
      turn += 1;
      const token = tokens[turn % tokens.length];
      const got = await wire.get(path, token ? { authorization: `Bearer ${token}` } : {});
      if (got.status !== 200) throw new Error(`${path}: ${got.status} ${got.body.toString("utf8", 0, 200)}`);
      ms.push(got.ms);
      bytes = got.body.length;
    }
  };
  await Promise.all(wires.map(ask));
  const took = (performance.now() - start) / 1_000;
  for (const wire of wires) wire.close();
  return { perSecond: ms.length / took, done: ms.length, ms: latencyOf(ms), bytes };
}

answer({ hammer });
