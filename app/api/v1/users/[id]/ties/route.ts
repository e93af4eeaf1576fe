import { PersonTies } from "@/lib/travel/contract/ties";
import { readTies } from "@/lib/travel/queries/ties";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readTies, { output: PersonTies, summary: "Read what hangs on somebody" });
