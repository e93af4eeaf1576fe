"use client";

import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import type { Allowance } from "@/lib/bookings/contract/booking";
import { formatMoney, formatNumber } from "@/lib/i18n/formats";
import type { Price, RoomType } from "@/lib/packages/contract/package";
import { type Cart, count, priceOf, roomIn, seatsIn, TYPES, totalOf } from "./cart";

type CartFormProps = {
  prices: readonly Price[];
  cart: Cart;
  onCart: (cart: Cart) => void;
  payerTravels: string;
  /** What this payer may hold unpaid; null where nothing binds. */
  allowance?: Allowance | null;
};

/** Room and how many of whom, with what it comes to. */
export function CartForm({ prices, cart, onCart, payerTravels, allowance = null }: CartFormProps) {
  const t = useTranslations("bookings.flow");
  const words = useTranslations("packages");
  const locale = useLocale();
  const rooms = [...new Set(prices.map(({ roomType }) => roomType))];
  const total = totalOf(prices, cart);
  const room = roomIn(allowance);
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={t("room")}
        value={cart.roomType}
        onChange={(event) => onCart({ ...cart, roomType: event.target.value as RoomType })}
        options={rooms.map((room) => ({ value: room, label: words(`room.${room}`) }))}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold">{t("who")}</legend>
        {TYPES.map((type) => {
          const passenger = words(`passenger.${type}`);
          const price = priceOf(prices, cart, type);
          return price === null ? null : (
            <div key={type} className="flex min-h-12 flex-wrap items-center gap-3">
              <span className="min-w-[min(7rem,100%)] flex-1">
                <span className="block font-semibold">{passenger}</span>
                <span className="tn block text-ink-2 text-sm">{formatMoney(locale, price)}</span>
              </span>
              <span className="flex items-center gap-3">
                <Button
                  size="lg"
                  aria-label={t("fewer", { passenger })}
                  icon={<Minus aria-hidden size={18} />}
                  onClick={() => onCart(count(cart, type, -1, room))}
                />
                <output className="tn w-8 text-center font-semibold">{formatNumber(locale, cart.counts[type])}</output>
                <Button
                  size="lg"
                  aria-label={t("more", { passenger })}
                  icon={<Plus aria-hidden size={18} />}
                  onClick={() => onCart(count(cart, type, 1, room))}
                />
              </span>
            </div>
          );
        })}
        {allowance && seatsIn(cart) === room ? (
          <p role="status" className="text-ink-2">
            {t("limit", { ...allowance, room })}
          </p>
        ) : null}
      </fieldset>
      <Checkbox
        label={payerTravels}
        checked={cart.travels}
        onChange={(event) => onCart({ ...cart, travels: event.target.checked })}
      />
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 border-line border-t pt-3">
        <span>{t("total")}</span>
        <span className="tn font-semibold text-lg">{total ? formatMoney(locale, total) : t("notPriced")}</span>
      </p>
    </div>
  );
}
