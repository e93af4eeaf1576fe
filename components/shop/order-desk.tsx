"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import { formatMoney, formatNumber, formatShortDate, formatTime } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";
import type { Order } from "@/lib/shop/contract/order";
import { CancelOrder } from "./cancel-order";
import { OrderBadge } from "./order-badge";

type HandOverActs = { fulfil: Act<{ id: string }, Order>; undo: Act<{ id: string }, Order> };
type OrderDeskProps = {
  order: Order;
  zone: string;
  /** Where it is paid, for whoever owes something, or where the desk writes down what it was given. */
  payHref: string | null;
  /** `desk`: of whoever hands it over. */
  acts: { cancel: Act<{ id: string }>; desk: HandOverActs | null } | null;
};

/** One order: what is in it, what came in for it, and the next act. */
export function OrderDesk({ order, zone, payHref, acts }: OrderDeskProps) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const { lines, total, paid, rest, refund, holdEndsAt, reason, mayCancel, mayFulfil } = order;
  const money = (sum: Money) => formatMoney(locale, sum);
  const until =
    holdEndsAt && `${formatShortDate(locale, holdEndsAt, { zone })} ${formatTime(locale, holdEndsAt, { zone })}`;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2.5">
        <OrderBadge order={order} />
        {until ? <span className="text-ink-2">{t("holdEnds", { time: until })}</span> : null}
      </p>
      {reason ? <p className="text-ink-2">{reason}</p> : null}
      <dl className="grid grid-cols-[1fr_auto] max-[17rem]:grid-cols-1 gap-x-4 gap-y-1">
        {lines.map(({ label, quantity, price }) => (
          <div key={label} className="contents">
            <dt>
              <span className="tn">{formatNumber(locale, quantity)} × </span>
              <bdi>{label}</bdi>
            </dt>
            <dd className="tn text-end">{money({ ...price, amount: price.amount * quantity })}</dd>
          </div>
        ))}
      </dl>
      <p className="tn font-semibold">{t("paidOf", { paid: money(paid), total: money(total) })}</p>
      {paid.amount > 0 && rest.amount > 0 ? (
        <p className="tn font-semibold">{t("rest", { amount: money(rest) })}</p>
      ) : null}
      {refund.amount > 0 ? <p className="font-semibold">{t("refund", { amount: money(refund) })}</p> : null}
      {payHref ? (
        <LinkButton kind={acts?.desk ? "primary" : "lamp"} wide href={payHref}>
          {t(acts?.desk ? "recordPayment" : "pay")}
        </LinkButton>
      ) : null}
      {acts?.desk && mayFulfil ? <HandOver order={order} acts={acts.desk} /> : null}
      {acts && mayCancel ? <CancelOrder order={order} isDesk={acts.desk !== null} cancel={acts.cancel} /> : null}
    </div>
  );
}

/** Its goods are given out; a slip of the finger is taken back from the word about it. */
function HandOver({ order: { id, code }, acts }: { order: Order; acts: HandOverActs }) {
  const t = useTranslations("shop.order");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const takeBack = () => act(() => acts.undo({ id }), { said: { text: t("undone", { code }) } });
  const said = ({ undoUntil }: Order) => {
    const action = undoUntil ? { label: t("undo"), run: takeBack } : undefined;
    toast({ text: t("fulfilled", { code }), kind: "done", ...(action && { action }) });
  };
  return (
    <Button
      kind="primary"
      busy={busy && common("saving")}
      onClick={() => act(() => acts.fulfil({ id }), { done: said })}
    >
      {t("fulfil")}
    </Button>
  );
}
