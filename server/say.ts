/** For the person at the terminal; everything for machines goes through the log. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);
