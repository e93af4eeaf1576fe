import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { keepWritten } from "./keep";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The text of public/sw.js: the service worker in one file, which a browser asks for by that name. */
export async function renderWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}components/offline/worker/sw.ts`],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    banner: { js: "// Written by npm run gen from components/offline/worker; do not edit." },
  });
  return outputFiles[0]?.text ?? "";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) keepWritten(`${root}public/sw.js`, await renderWorker());
