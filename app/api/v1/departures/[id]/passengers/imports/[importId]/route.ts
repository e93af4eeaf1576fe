import { checkImport } from "@/lib/travel/commands/import";
import { PassengerImport } from "@/lib/travel/contract/import";
import { readImport } from "@/lib/travel/queries/import";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readImport, { output: PassengerImport, summary: "What was found, or how far it is" });
export const PATCH = endpoint(checkImport, {
  output: PassengerImport,
  summary: "Look through the rows with other columns",
});
