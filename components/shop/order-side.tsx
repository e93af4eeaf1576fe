import type { ComponentProps } from "react";
import { formatPhone } from "@/lib/i18n/phone";
import { OrderDesk } from "./order-desk";

/** The open order beside the list. */
export function OrderSide(props: ComponentProps<typeof OrderDesk>) {
  const { buyerName, buyerPhone, code } = props.order;
  return (
    <section className="card p-5" aria-label={buyerName}>
      <h2 className="display mb-1 text-xl">
        <bdi>{buyerName}</bdi>
      </h2>
      <p className="tn mb-3 flex flex-wrap gap-x-3 text-ink-2">
        <bdi dir="ltr">{code}</bdi>
        {buyerPhone ? (
          <a href={`tel:${buyerPhone}`} className="text-primary-ink">
            <bdi dir="ltr">{formatPhone(buyerPhone)}</bdi>
          </a>
        ) : null}
      </p>
      <OrderDesk {...props} />
    </section>
  );
}
