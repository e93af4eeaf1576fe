import { WaitingList } from "@/lib/agencies/contract/platform";
import { listWaiting } from "@/lib/agencies/queries/platform";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listWaiting, { output: WaitingList, summary: "What waits for somebody of the platform" });
