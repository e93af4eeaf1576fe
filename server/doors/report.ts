import { z } from "zod";
import type { Report } from "@/lib/reports/contract";
import type { Media } from "./http";

const TYPE = "text/csv; charset=utf-8";
export const reportAnswers: Media = {
  "text/csv": z.string().meta({ examples: ['"kind","name","starts_at","branch","currency","sold"'] }),
};

/** A report as a file where that was asked for, or null for JSON, which the endpoint writes itself. */
export function answerReport({ csv, name, from, to }: Report): Response | null {
  if (csv === undefined) return null;
  return new Response(csv, {
    headers: {
      "content-type": TYPE,
      "content-disposition": `attachment; filename="${name}-${from}-${to}.csv"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
