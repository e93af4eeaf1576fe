import { confirmContactChange } from "@/lib/identity/commands/change-contact";
import { LoginKeys } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(confirmContactChange, {
  output: LoginKeys,
  counting: "password",
  summary: "Confirm another contact, which takes the place of the old one",
});
