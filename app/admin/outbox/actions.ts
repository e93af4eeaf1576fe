"use server";

import { retryPlatformDelivery } from "@/lib/notices/commands/retry";
import { platformLook } from "@/server/doors/platform";

export const retry = platformLook(retryPlatformDelivery);
