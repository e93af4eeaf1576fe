import { retryDelivery } from "@/lib/notices/commands/retry";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(retryDelivery, { status: 204, summary: "Send a failed message again" });
