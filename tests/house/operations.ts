import ts from "typescript";
import type { Operation } from "@/lib/kernel/command";
import { nodesOf, ROOT, sourcesIn, treeOf } from "./sources";

export type Found = { name: string; file: string; operation: Operation["operation"]; use: Operation };

const isOperation = (value: unknown): value is Operation => typeof value === "function" && "operation" in value;

/** The files in which commands and queries stand. */
export const acting = () =>
  sourcesIn("lib").filter(({ file }) => /^lib\/[^/]+\/(commands|queries)(\/|\.ts$)/.test(file));

/** Every command and query of the product, found by looking into every file that may hold one. */
export async function operations(): Promise<Found[]> {
  const files = acting().map(({ file }) => file);
  const modules = await Promise.all(files.map((file) => import(`${ROOT}/${file}`) as Promise<Record<string, unknown>>));
  const all = modules.flatMap((module, i) =>
    Object.values(module)
      .filter(isOperation)
      .map((use) => ({ name: use.operation.name, file: files[i] ?? "", operation: use.operation, use })),
  );
  return [...new Map(all.map((one) => [one.use, one])).values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Operations whose spec says `field: value`, by their own names. */
export const saying = (field: string, value: string) =>
  acting()
    .flatMap((source) => {
      const tree = treeOf(source);
      return nodesOf(tree, ts.isObjectLiteralExpression).flatMap((spec) => {
        const has = (name: string) =>
          spec.properties.find(
            (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText(tree) === name,
          );
        const name = has("name")?.initializer.getText(tree).replaceAll('"', "");
        return name && has(field)?.initializer.getText(tree) === value ? [name] : [];
      });
    })
    .sort();
