import { joinEmbedded } from "@/db/embedded";
import { translateError } from "@/lib/i18n/translate";
import { makeSuperAdmin } from "@/lib/identity/commands/super-admin";
import { isFault } from "@/lib/kernel/fault";
import { openCall } from "../doors/call";
import { env } from "../env";
import { type Closers, closeAll, openHouse } from "../open";
import { keptPort } from "../port-file";
import type { Runtime } from "../runtime";
import { say } from "../say";

/** Makes the first super admin and answers the link that signs in once. The token stands behind #, where no log sees it.
 * @throws Fault `super_admin_exists` `identifier_taken` `validation` */
export async function inviteSuperAdmin(house: Runtime, email: string): Promise<string> {
  const call = openCall({ actor: { kind: "system", task: "cli.admin" }, agencyId: null, via: "task" }, house);
  const { token } = await makeSuperAdmin(call, { email });
  return `${house.settings.publicUrl}/sign-in/link#${token}`;
}

/** Beside a running program its database is used; without one it is opened for a moment. */
async function main(email: string | undefined) {
  if (!email) throw new Error("Say whose: npm run admin -- name@example.com");
  const settings = env();
  const running = settings.database ? null : joinEmbedded(settings.dataDir);
  const database = running ? { url: running.loginUrl, migrateUrl: running.ownerUrl } : settings.database;
  const opened: Closers = [];
  try {
    const port = settings.database ? settings.port : (keptPort(settings.dataDir) ?? settings.port);
    // What a node has to say of itself is not for whoever waits for a link.
    const { runtime } = await openHouse({ ...settings, database, logLevel: "error" }, port, opened);
    const link = await inviteSuperAdmin(runtime, email);
    say(`\nThis link signs ${email} in as super admin, once, within the hour:\n\n  ${link}\n`);
  } finally {
    await closeAll(opened);
  }
}

const wordsFor = (error: unknown) => {
  if (!isFault(error)) return (error as Error).message;
  return error.code === "validation" ? "That is no e-mail address." : translateError("en", error.code);
};

if (process.argv[1] === import.meta.filename) {
  main(process.argv[2]).catch((error: unknown) => {
    process.stderr.write(`${wordsFor(error)}\n`);
    process.exitCode = 1;
  });
}
