import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { CloseByKey } from "@/components/command-list/close-by-key";
import { LinkButton } from "@/components/ui/link-button";
import { formatPhone } from "@/lib/i18n/phone";
import { OrderDesk } from "./order-desk";

/** The open order beside the list; on a narrow screen in its place. @param close the list alone */
export function OrderSide({ close, ...desk }: ComponentProps<typeof OrderDesk> & { close: string }) {
  const label = useTranslations("common")("close");
  const { buyerName, buyerPhone, code } = desk.order;
  return (
    <section className="card p-5" aria-label={buyerName}>
      <CloseByKey href={close} />
      <div className="mb-1 flex items-start gap-2">
        <h2 className="display min-w-0 flex-1 text-xl">
          <bdi>{buyerName}</bdi>
        </h2>
        <LinkButton
          href={close}
          scroll={false}
          kind="ghost"
          size="sm"
          icon={<X aria-hidden size={18} />}
          aria-label={label}
          title={label}
        />
      </div>
      <p className="tn mb-3 flex flex-wrap gap-x-3 text-ink-2">
        <bdi dir="ltr">{code}</bdi>
        {buyerPhone ? (
          <a href={`tel:${buyerPhone}`} className="text-primary-ink">
            <bdi dir="ltr">{formatPhone(buyerPhone)}</bdi>
          </a>
        ) : null}
      </p>
      <OrderDesk {...desk} />
    </section>
  );
}
