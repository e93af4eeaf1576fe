import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import { OrderState } from "./contract/order";

const order = { agencyId: z.uuid(), orderId: z.uuid(), buyerUserId: z.uuid().nullable() };
type About = { agencyId: string; buyerUserId: string | null };
const buyerAndStaff = ({ agencyId, buyerUserId }: About) => [
  audience.staff(agencyId),
  ...(buyerUserId ? [audience.person(agencyId, buyerUserId)] : []),
];

/** Stock is kept for somebody; the invoice says what is owed. */
export const orderPlaced = fact({ name: "shop.placed", payload: z.object(order), audience: buyerAndStaff });

/** It stands elsewhere than before, by whose hand; `refund` is what came in and is to go back, minor units. */
export const orderMoved = fact({
  name: "shop.moved",
  payload: z.object({
    ...order,
    byUserId: z.uuid().nullable(),
    from: OrderState,
    to: OrderState,
    refund: z.number().int(),
  }),
  audience: buyerAndStaff,
});

export const productChanged = fact({
  name: "shop.changed",
  payload: z.object({ agencyId: z.uuid(), productId: z.uuid() }),
  audience: ({ agencyId }) => [audience.staff(agencyId)],
});
