"use server";

import { cancelOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { action } from "@/server/doors/action";

export const place = action(placeOrder);
export const cancel = action(cancelOrder);
