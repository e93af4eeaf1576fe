import writeXlsx from "write-excel-file/node";
import { z } from "zod";
import type { ManifestAnswer, ManifestFile } from "@/lib/travel/contract/manifest";
import type { Media } from "./http";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const manifestAnswers: Media = {
  "text/csv": z.string().meta({ examples: ['"No","Name as in passport"'] }),
  [TYPES.xlsx]: z.string().meta({ format: "binary", description: "A workbook with one sheet", examples: ["…"] }),
};

type Table = NonNullable<ManifestFile["table"]>;
const typed = (value: string | number | null) =>
  value === null ? null : { value, type: typeof value === "number" ? Number : String };

/** A workbook of one sheet, its head bold and always in sight. Figures stay figures, texts are never formulas. */
export async function workbookOf(table: Table): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...rows] = table;
  const bold = head.map((value) => ({ value: String(value ?? ""), type: String, fontWeight: "bold" as const }));
  const sheet = [bold, ...rows.map((row) => row.map(typed))];
  const columns = head.map((_, i) => ({
    width: Math.min(40, Math.max(...table.map((row) => `${row[i] ?? ""}`.length)) + 2),
  }));
  const bytes = await writeXlsx(sheet as never, { columns, stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(bytes);
}

/** What is made while it is sent. */
const streamOf = (make: () => Promise<Uint8Array<ArrayBuffer>>) =>
  new ReadableStream<Uint8Array>({
    start: async (out) => {
      out.enqueue(await make());
      out.close();
    },
  });

/** A table as the file that was asked for, or null for JSON, which the endpoint writes itself. */
export function answerManifest({ file }: Pick<ManifestAnswer, "file">): Response | null {
  if (!file) return null;
  const { name, csv, table } = file;
  const headers = {
    "content-type": csv === undefined ? TYPES.xlsx : TYPES.csv,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  return new Response(csv ?? streamOf(() => workbookOf(table ?? [])), { headers });
}

export const sheetAsks = {
  body: {
    "multipart/form-data": z
      .strictObject({
        file: z.string().meta({ format: "binary", description: "CSV or XLSX, 12 MB at most", examples: ["…"] }),
      })
      .meta({ examples: [{ file: "…" }] }),
  },
} satisfies { body: Media };
