import type { Operation } from "@/lib/kernel/command";
import { ROOT, sourcesIn } from "./sources";

export type Found = { name: string; file: string; operation: Operation["operation"]; use: Operation };

const isOperation = (value: unknown): value is Operation => typeof value === "function" && "operation" in value;

/** Every command and query of the product, found by looking into every file that may hold one. */
export async function operations(): Promise<Found[]> {
  const files = sourcesIn("lib")
    .map(({ file }) => file)
    .filter((file) => /^lib\/[^/]+\/(commands|queries)(\/|\.ts$)/.test(file));
  const modules = await Promise.all(files.map((file) => import(`${ROOT}/${file}`) as Promise<Record<string, unknown>>));
  const all = modules.flatMap((module, i) =>
    Object.values(module)
      .filter(isOperation)
      .map((use) => ({ name: use.operation.name, file: files[i] ?? "", operation: use.operation, use })),
  );
  return [...new Map(all.map((one) => [one.use, one])).values()].sort((a, b) => a.name.localeCompare(b.name));
}
