"use server";

import { addGateway, removeGateway } from "@/lib/payments/commands/gateways";
import { action } from "@/server/doors/action";

export const connect = action(addGateway);
export const disconnect = action(removeGateway);
