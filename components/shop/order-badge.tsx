import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { OrderRow } from "@/lib/shop/contract/order";
import { lookOf, type OrderLook } from "@/lib/shop/rules";

const LOOK: Record<OrderLook, Status> = {
  pending: "waiting",
  part_paid: "scheduled",
  proof_submitted: "scheduled",
  verified: "now",
  refunded: "warn",
  fulfilled: "ok",
  rejected: "bad",
  cancelled: "cancelled",
};

/** Where an order and its money stand, in a word. */
export function OrderBadge({ order }: { order: Pick<OrderRow, "state" | "paid" | "rest"> }) {
  const t = useTranslations("shop.state");
  const look = lookOf(order);
  return <Badge status={LOOK[look]}>{t(look)}</Badge>;
}
