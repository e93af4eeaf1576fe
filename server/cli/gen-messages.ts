import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { locales } from "../../lib/i18n/locales";
import { keepWritten } from "./keep";

const folder = fileURLToPath(new URL("../../lib/i18n/", import.meta.url));

/** The text of lib/i18n/catalogue.gen.ts: one static import per language and namespace found in the folders. */
export function renderCatalogue(): string {
  const spaces = readdirSync(path.join(folder, "messages/en"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  const name = (locale: string, space: string) => `${locale}_${space.replaceAll("-", "_")}`;
  const imports = locales.flatMap((locale) =>
    spaces.map((space) => `import ${name(locale, space)} from "./messages/${locale}/${space}.json";`),
  );
  const rows = locales.map(
    (locale) => `  ${locale}: { ${spaces.map((space) => `"${space}": ${name(locale, space)}`).join(", ")} },`,
  );
  return `// Written by npm run gen from lib/i18n/messages; do not edit.\n${imports.join("\n")}\n\nexport const catalogue = {\n${rows.join("\n")}\n};\n`;
}

/** Writes the catalogue; called by npm run gen, or on its own: npx tsx server/cli/gen-messages.ts */
export function writeCatalogue(): void {
  keepWritten(path.join(folder, "catalogue.gen.ts"), renderCatalogue());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCatalogue();
