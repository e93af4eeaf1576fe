import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DIR = join(process.cwd(), "dist", "bench-minimal");

const LAYOUT = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
/** Rendered for every caller anew, like ours. */
const PAGE = `import { connection } from "next/server";
const rows = Array.from({ length: 50 }, (_, i) => ({ id: i, name: "Umrah " + i, members: 40 }));
export default async function Page() {
  await connection();
  return <table><tbody>{rows.map((row) => <tr key={row.id}><td>{row.id}</td><td>{row.name}</td><td>{row.members}</td></tr>)}</tbody></table>;
}
`;

/** The smallest Next application with one page of 50 rows, built once per machine. Returns its folder. */
export function minimalApp(): string {
  if (existsSync(join(DIR, ".next", "BUILD_ID"))) return DIR;
  mkdirSync(join(DIR, "app"), { recursive: true });
  writeFileSync(join(DIR, "package.json"), '{ "name": "minimal", "private": true }\n');
  writeFileSync(join(DIR, "app", "layout.js"), LAYOUT);
  writeFileSync(join(DIR, "app", "page.js"), PAGE);
  execFileSync("npx", ["next", "build", DIR], {
    stdio: "pipe",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: "" },
  });
  return DIR;
}
