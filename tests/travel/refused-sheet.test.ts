import { createElement } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { useFieldErrors } from "@/components/shell/field-errors";
import { upload } from "@/components/shell/files";
import { readSheet } from "@/lib/travel/commands/read-sheet";
import { draw } from "@/tests/support/draw";

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = {
  "This is not a table we can read. Choose a CSV or XLSX file.": new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
  "There is nothing under the first row of this table.": bytes("Name,Passport"),
  "This table is too long. 10,000 rows and 60 columns at most.": bytes(Array(10_002).fill("x").join("\n")),
};

/** What whoever sent a file reads under it, from what the API answered. */
function Told({ details }: { details: unknown }) {
  return useFieldErrors(details)("file") ?? null;
}
const wordsOf = (details: unknown) => {
  const children = createElement(Told, { details });
  return draw(children);
};

afterEach(() => vi.unstubAllGlobals());

it("whose file of passengers is refused reads what is wrong with it: some fields needed a correction, and there was none", async () => {
  for (const [words, file] of Object.entries(FILES)) {
    const { details } = await readSheet(file, "en").catch((fault) => fault);
    const body = { error: "validation", message: "Some fields need a correction.", details };
    vi.stubGlobal("document", { querySelector: () => null });
    vi.stubGlobal("fetch", async () => Response.json(body, { status: 422 }));
    const sent = await upload(
      "nurani",
      "/api/v1/departures/d/passengers/import",
      new File([file as BlobPart], "p.csv"),
    );
    expect(wordsOf((sent as { details?: unknown }).details)).toBe(words);
  }
});
