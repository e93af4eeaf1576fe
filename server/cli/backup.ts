import { joinEmbedded, openEmbedded } from "@/db/embedded";
import { backUp, restore } from "@/db/embedded/backup";
import { StartError } from "@/db/start-error";
import { lookAtEnv } from "../env";
import { say } from "../say";

const MB = 1_000_000;
const USAGE = "Say where: npm run backup -- /path/of/a/new/folder, or npm run restore -- /path/of/a/backup.";

/** Backs up the data folder, whether the program runs on it or not. */
async function back(dataDir: string, into: string) {
  const said = { bytes: 0, at: Date.now() };
  const database = joinEmbedded(dataDir)
    ? null
    : await openEmbedded({ dataDir, log: { info: say, warn: say, error: say } });
  try {
    await backUp(dataDir, into, (bytes) => {
      said.bytes += bytes;
      if (Date.now() - said.at < 2_000) return;
      said.at = Date.now();
      say(`${Math.round(said.bytes / MB)} MB copied so far…`);
    });
  } finally {
    await database?.stop();
  }
  say(
    `Backed up ${Math.round(said.bytes / MB)} MB into ${into}. It holds every secret of this installation: keep it safe.`,
  );
}

async function main([verb, path]: string[]) {
  const { database, dataDir } = lookAtEnv();
  if (!path || (verb !== "backup" && verb !== "restore")) throw new StartError(USAGE);
  if (database) throw new StartError("DATABASE_URL is set: back up that database with pg_dump, and DATA_DIR as files.");
  if (verb === "backup") return back(dataDir, path);
  restore(path, dataDir);
  say(`Restored into ${dataDir}. npm start opens it.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
