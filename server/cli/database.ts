import { joinEmbedded } from "@/db/embedded";
import { migrate, migrationStatus } from "@/db/migrate";
import { StartError } from "@/db/start-error";
import { lookAtEnv } from "../env";
import { MIGRATIONS } from "../open";
import { say } from "../say";

/** The address of the tables' owner: the outside database's, or that of the running demo. */
function ownerUrl(): string {
  const { database, dataDir } = lookAtEnv();
  const url = database?.migrateUrl ?? joinEmbedded(dataDir)?.ownerUrl;
  if (url) return url;
  throw new StartError(
    "No database is running: set DATABASE_URL and MIGRATE_DATABASE_URL, or start the program first.",
  );
}

const SAID = {
  applied: (tag: string) => `applied  ${tag}`,
  waiting: (tag: string) => `waiting  ${tag}`,
  unknown: (tag: string) => `unknown  of ${tag}: this build does not know it, a newer one made it`,
};

async function main(verb: string | undefined) {
  if (verb === "migrate") await migrate(ownerUrl(), MIGRATIONS);
  for (const { tag, state } of await migrationStatus(ownerUrl(), MIGRATIONS)) say(SAID[state](tag));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
