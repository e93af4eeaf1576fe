import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

/** Something new stands under the bell of these people. */
export const notified = fact({
  name: "notices.notified",
  payload: z.object({ agencyId: z.uuid(), userIds: z.array(z.uuid()) }),
  wire: "notification:new",
  audience: ({ agencyId, userIds }) => userIds.map((userId) => audience.person(agencyId, userId)),
});
