import { changeContact } from "@/lib/identity/commands/change-contact";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(changeContact, {
  status: 202,
  counting: "contact",
  secret: true,
  summary: "Ask for a code to another contact, to be reached there from now on",
});
