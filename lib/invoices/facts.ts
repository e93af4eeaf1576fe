import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import { InvoiceState, SubjectKind } from "./contract/invoice";

const invoice = {
  agencyId: z.uuid(),
  invoiceId: z.uuid(),
  subjectKind: SubjectKind,
  subjectId: z.uuid(),
  payerUserId: z.uuid().nullable(),
};
type About = { agencyId: string; payerUserId: string | null };
const payerAndStaff = ({ agencyId, payerUserId }: About) => [
  audience.staff(agencyId),
  ...(payerUserId ? [audience.person(agencyId, payerUserId)] : []),
];

/** The office asks for what is owed. */
export const invoiceAsked = fact({
  name: "invoices.asked",
  payload: z.object(invoice),
  audience: ({ agencyId }) => [audience.staff(agencyId)],
});

/** Money came in or went back, or what is owed is not what it was; minor units. */
export const invoiceChanged = fact({
  name: "invoices.changed",
  payload: z.object({
    ...invoice,
    from: InvoiceState,
    state: InvoiceState,
    total: z.number().int(),
    paid: z.number().int(),
    /** What this change brought in (below zero: gave back); zero when no money moved. */
    moved: z.number().int(),
  }),
  audience: payerAndStaff,
});
