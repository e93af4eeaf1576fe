import { openEmbedded } from "@/db/embedded";

// A program of its own that opens the database and stays until killed: kill -9 needs a real process.
const [dataDir = "", shelter] = process.argv.slice(2);
const say = (kind: string) => (text: string) => process.stdout.write(`${JSON.stringify({ kind, text })}\n`);
const log = { info: say("info"), warn: say("warn"), error: say("error") };
try {
  const begun = performance.now();
  const { ownerUrl, adopted, stop } = await openEmbedded({ dataDir, log, shelter });
  process.stdout.write(
    `${JSON.stringify({ kind: "open", ownerUrl, adopted, ms: Math.round(performance.now() - begun) })}\n`,
  );
  const stay = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", () => stop().then(() => clearInterval(stay)));
} catch (error) {
  say("refused")(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.exitCode = 1;
}
