"use server";

import { registerAgency as register } from "@/lib/agencies/commands/register";
import { visitorAction } from "@/server/doors/visitor-action";

export const registerAgency = visitorAction(register);
