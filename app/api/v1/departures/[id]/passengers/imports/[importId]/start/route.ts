import { startImport } from "@/lib/travel/commands/import";
import { PassengerImport } from "@/lib/travel/contract/import";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(startImport, { output: PassengerImport, summary: "Take in whoever is fine" });
