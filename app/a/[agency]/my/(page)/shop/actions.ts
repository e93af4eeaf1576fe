"use server";

import { cancelOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { action, making } from "@/server/doors/action";

export const place = making(placeOrder);
export const cancel = action(cancelOrder);
