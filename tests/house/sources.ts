import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

export const ROOT = join(import.meta.dirname, "../..");
export type Source = { file: string; text: string };

/** Every source file below these folders, generated ones left out. */
export const sourcesIn = (...folders: string[]): Source[] =>
  folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes(".gen."))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

/** The files in which this is written, comments and strings included. */
export const writers = (sources: Source[], what: RegExp): string[] =>
  sources.filter(({ text }) => what.test(text)).map(({ file }) => file);

const trees = new Map<string, ts.SourceFile>();

export function treeOf({ file, text }: Source): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = trees.get(file) ?? ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, false, kind);
  trees.set(file, tree);
  return tree;
}

/** Every node of a file that is of this kind. */
export function nodesOf<N extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node) => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Everything a file needs, directly or not, by what its imports say. Type imports are gone at run time and do not count. */
export function reachedFrom(entry: string, sources: Source[]): Set<string> {
  const byName = new Map(sources.map((source) => [source.file.replace(/\.(tsx?|mjs)$/, ""), source]));
  const seen = new Set<string>();
  const visit = (name: string) => {
    const source = byName.get(name) ?? byName.get(`${name}/index`);
    if (!source || seen.has(source.file)) return;
    seen.add(source.file);
    for (const [, path = ""] of source.text.matchAll(/^(?:import|export)(?! type)[^;]*? from "([@.][^"]*)"/gm)) {
      visit(path.startsWith("@/") ? path.slice(2) : join(dirname(source.file), path));
    }
  };
  visit(entry);
  return seen;
}
