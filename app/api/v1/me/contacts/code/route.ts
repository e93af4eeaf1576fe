import { sendContactCode } from "@/lib/identity/commands/contacts";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(sendContactCode, { status: 202, summary: "Ask for a code to a contact of my own" });
