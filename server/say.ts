/** For the person at the terminal; everything for machines goes through the log. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Whoever read what this program says may go: a terminal, a pipe, a collector of logs. Without this the first line nobody
 * reads is an uncaught error, whose report is one more such line, and the program does nothing else from then on. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
