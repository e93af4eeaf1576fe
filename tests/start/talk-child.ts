import { once } from "node:events";
import { outliveReaders } from "@/server/say";

// A program that goes on talking when nobody reads it any more, as a house does whose terminal was closed.
outliveReaders();
process.send?.("ready");
await once(process, "message");
for (let line = 0; line < 100; line += 1) {
  process.stderr.write("a line that nobody reads\n");
  process.stdout.write("nor this one\n");
  await new Promise(setImmediate);
}
process.send?.("still here");
process.disconnect();
