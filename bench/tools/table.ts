import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import type { Row } from "./rounds";
import type { Stat } from "./stats";

const short = (value: number) => {
  if (Number.isNaN(value)) return "-";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};
const spread = ({ median, min, max }: Stat) =>
  min === max ? short(median) : `${short(median)} (${short(min)}–${short(max)})`;

const targetOf = ({ target }: Row) => {
  if (!target) return "";
  return "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
};
const cpuOf = ({ cpuUs: { floor, subject } }: Row) =>
  floor === null && subject === null
    ? ""
    : `${floor === null ? "-" : short(floor)} / ${subject === null ? "-" : short(subject)}`;

const HEAD = ["path", "disk", "unit", "floor", "ours", "ratio", "target", "", "CPU µs per op (floor / ours)", "note"];

/** The results as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.path,
    row.disk ?? "",
    row.unit,
    spread(row.floor),
    spread(row.subject),
    spread(row.ratio),
    targetOf(row),
    row.kept === null ? "" : row.kept ? "kept" : "**missed**",
    cpuOf(row),
    row.note,
  ]);
  return [HEAD, HEAD.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string }).version;

/** The machine and the versions, in one line. */
export function machine(postgres: string, rounds: number): string {
  const libraries = ["next", "socket.io", "ws", "hono", "postgres"].map((name) => `${name} ${versionOf(name)}`);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`,
    `Node ${process.versions.node}, PostgreSQL ${postgres}, ${libraries.join(", ")}`,
    `medians of ${rounds} rounds (min–max), floor and ours in turn, clients, server and database on one machine`,
  ].join("; ");
}

const DOC = "docs/performance.md";
const [BEGIN, END] = ["<!-- results -->", "<!-- /results -->"];

/** Puts the results between the marks of docs/performance.md. */
export function save(text: string): void {
  const doc = readFileSync(DOC, "utf8");
  const [head = "", rest = ""] = doc.split(BEGIN);
  writeFileSync(DOC, `${head}${BEGIN}\n${text}\n${END}${rest.split(END)[1] ?? "\n"}`);
}
