import { confirmContact } from "@/lib/identity/commands/contacts";
import { LoginKeys } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(confirmContact, {
  output: LoginKeys,
  counting: "password",
  summary: "Confirm a contact of my own",
});
