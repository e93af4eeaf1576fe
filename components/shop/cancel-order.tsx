"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { formatMoney } from "@/lib/i18n/formats";
import type { Order } from "@/lib/shop/contract/order";

type OrderEndsProps = { order: Order; isDesk: boolean };

/** Asks before an order is given up, and says what becomes of its goods, its money and a proof that waits. */
export function CancelOrder({ cancel, ...ends }: OrderEndsProps & { cancel: Act<{ id: string }> }) {
  const t = useTranslations("shop.order");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const { id, code } = ends.order;
  return (
    <Confirm
      title={t("cancelAsk", { code })}
      text={<OrderEnds {...ends} />}
      trigger={<Button kind="danger-quiet">{t("cancel")}</Button>}
      keep={t("keep")}
      verb={t("cancel")}
      busy={busy && common("saving")}
      go={(close) => act(() => cancel({ id }), { said: { text: t("cancelled", { code }) }, done: close })}
    />
  );
}

/** What comes of it, in words. */
export function OrderEnds({ order: { state, paid }, isDesk }: OrderEndsProps) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const proof = state === "proof_submitted" && t(isDesk ? "proofWaits" : "proofChecked");
  const money = paid.amount > 0 && t("refund", { amount: formatMoney(locale, paid) });
  return [t("cancelText"), proof, money].filter(Boolean).join(" ");
}
