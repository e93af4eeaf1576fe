import { closeNotice } from "@/lib/payments/commands/odd";
import { OddNotice } from "@/lib/payments/contract/odd";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(closeNotice, { output: OddNotice, summary: "Say what was done about an odd notice" });
