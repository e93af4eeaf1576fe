import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { OrderState } from "@/lib/shop/contract/order";

const LOOK: Record<OrderState, Status> = {
  pending: "waiting",
  proof_submitted: "scheduled",
  verified: "now",
  fulfilled: "ok",
  rejected: "bad",
  cancelled: "cancelled",
};

export function OrderBadge({ state }: { state: OrderState }) {
  const t = useTranslations("shop.state");
  return <Badge status={LOOK[state]}>{t(state)}</Badge>;
}
