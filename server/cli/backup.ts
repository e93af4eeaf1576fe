import { joinEmbedded, openEmbedded } from "@/db/embedded";
import { backUp, restore } from "@/db/embedded/backup";
import { StartError } from "@/db/start-error";
import { lookAtEnv } from "../env";
import { say } from "../say";

type Settings = ReturnType<typeof lookAtEnv>;

const MB = 1_000_000;
const USAGE = "Say where: npm run backup -- /path/of/a/new/folder, or npm run restore -- /path/of/a/backup.";

/** Counts what was copied, and says so while it lasts. */
function counter() {
  const said = { bytes: 0, at: Date.now() };
  const copied = (bytes: number) => {
    said.bytes += bytes;
    if (Date.now() - said.at < 2_000) return;
    said.at = Date.now();
    say(`${Math.round(said.bytes / MB)} MB copied so far…`);
  };
  return { said, copied };
}

/** Backs up the data folder, whether the program runs on it or not. */
async function back({ dataDir, files }: Settings, into: string) {
  const { said, copied } = counter();
  const database = joinEmbedded(dataDir)
    ? null
    : await openEmbedded({ dataDir, log: { info: say, warn: say, error: say } });
  try {
    await backUp(dataDir, into, copied);
  } finally {
    await database?.stop();
  }
  say(
    `Backed up ${Math.round(said.bytes / MB)} MB into ${into}. It holds every secret of this installation: keep it safe.`,
  );
  if (files.kind === "s3")
    say(`The stored files are not in it: they lie in the bucket ${files.s3.bucket}. Copy that bucket now, after this.`);
}

async function main([verb, path]: string[]) {
  const settings = lookAtEnv();
  const { database, dataDir } = settings;
  if (!path || (verb !== "backup" && verb !== "restore")) throw new StartError(USAGE);
  if (database) throw new StartError("DATABASE_URL is set: back up that database with pg_dump, and DATA_DIR as files.");
  if (verb === "backup") return back(settings, path);
  restore(path, dataDir, counter().copied);
  say(`Restored into ${dataDir}. npm start opens it.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
