import type { ComponentProps } from "react";
import { OrderDesk } from "./order-desk";

/** The open order beside the list. */
export function OrderSide(props: Omit<ComponentProps<typeof OrderDesk>, "payHref">) {
  const { buyerName, buyerPhone } = props.order;
  return (
    <section className="card p-5" aria-label={buyerName}>
      <h2 className="display mb-1 text-xl">
        <bdi>{buyerName}</bdi>
      </h2>
      {buyerPhone ? (
        <p className="tn mb-3 text-ink-2">
          <bdi dir="ltr">{buyerPhone}</bdi>
        </p>
      ) : null}
      <OrderDesk {...props} payHref={null} />
    </section>
  );
}
