import { importPrices } from "@/lib/packages/commands/departures";
import { ImportedPrices, PricesFile } from "@/lib/packages/contract/departure";
import { exportPrices } from "@/lib/packages/queries/departures";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(exportPrices, { output: PricesFile, summary: "A departure's prices as CSV" });
export const POST = endpoint(importPrices, {
  output: ImportedPrices,
  summary: "Read prices from CSV, dry unless told otherwise",
});
