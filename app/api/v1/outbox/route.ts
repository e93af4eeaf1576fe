import { DeliveryPage } from "@/lib/notices/contract";
import { listOutbox } from "@/lib/notices/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listOutbox, { output: DeliveryPage, summary: "List what was sent to people" });
