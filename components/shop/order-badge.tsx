import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { OrderRow, OrderState } from "@/lib/shop/contract/order";

const LOOK: Record<OrderState | "part_paid", Status> = {
  pending: "waiting",
  part_paid: "scheduled",
  proof_submitted: "scheduled",
  verified: "now",
  fulfilled: "ok",
  rejected: "bad",
  cancelled: "cancelled",
};

/** Where an order stands in a word; of one that waits for the rest of its money, that part of it came. */
export function OrderBadge({ order: { state, paid } }: { order: Pick<OrderRow, "state" | "paid"> }) {
  const t = useTranslations("shop.state");
  const look = state === "pending" && paid > 0 ? "part_paid" : state;
  return <Badge status={LOOK[look]}>{t(look)}</Badge>;
}
