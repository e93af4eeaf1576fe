"use client";

import { Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { formatMoney, formatNumber } from "@/lib/i18n/formats";
import type { PassengerType, Price, RoomType } from "@/lib/packages/contract/package";

export type Cart = { roomType: RoomType; counts: Record<PassengerType, number>; travels: boolean };
export const startCart = (prices: readonly Price[]): Cart => ({
  roomType: prices.find(({ passengerType }) => passengerType === "adult")?.roomType ?? "quad",
  counts: { adult: 1, child: 0, infant: 0 },
  travels: true,
});

const TYPES: readonly PassengerType[] = ["adult", "child", "infant"];
const MOST = 20;
const priceOf = (prices: readonly Price[], { roomType }: Cart, type: PassengerType) =>
  prices.find((one) => one.roomType === roomType && one.passengerType === type)?.amount ?? null;

/** Null when something in the cart has no price. */
export function totalOf(prices: readonly Price[], cart: Cart): number | null {
  const amounts = TYPES.filter((type) => cart.counts[type] > 0).map((type) => {
    const price = priceOf(prices, cart, type);
    return price === null ? null : price * cart.counts[type];
  });
  return amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}

/** The people of a cart as the command takes them. */
export const pilgrimsOf = ({ roomType, counts, travels }: Cart) =>
  TYPES.flatMap((passengerType) =>
    Array.from({ length: counts[passengerType] }, (_, i) => ({
      ...{ passengerType, roomType },
      isPayer: travels && passengerType === "adult" && i === 0,
    })),
  );

type CartFormProps = {
  prices: readonly Price[];
  currency: string;
  cart: Cart;
  onCart: (cart: Cart) => void;
  payerTravels: string;
};

/** Room and how many of whom, with what it comes to. */
export function CartForm({ prices, currency, cart, onCart, payerTravels }: CartFormProps) {
  const t = useTranslations("bookings.flow");
  const words = useTranslations("packages");
  const locale = useLocale();
  const rooms = [...new Set(prices.map(({ roomType }) => roomType))];
  const total = totalOf(prices, cart);
  const count = (type: PassengerType, change: number) =>
    onCart({ ...cart, counts: { ...cart.counts, [type]: Math.min(MOST, Math.max(0, cart.counts[type] + change)) } });
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
            <div key={type} className="flex min-h-12 items-center gap-3">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{passenger}</span>
                <span className="tn block text-ink-2 text-sm">{formatMoney(locale, { amount: price, currency })}</span>
              </span>
              <Button
                size="lg"
                aria-label={t("fewer", { passenger })}
                icon={<Minus aria-hidden size={18} />}
                onClick={() => count(type, -1)}
              />
              <output className="tn w-8 text-center font-semibold">{formatNumber(locale, cart.counts[type])}</output>
              <Button
                size="lg"
                aria-label={t("more", { passenger })}
                icon={<Plus aria-hidden size={18} />}
                onClick={() => count(type, 1)}
              />
            </div>
          );
        })}
      </fieldset>
      <Checkbox
        label={payerTravels}
        checked={cart.travels}
        onChange={(event) => onCart({ ...cart, travels: event.target.checked })}
      />
      <p className="flex items-baseline justify-between border-line border-t pt-3">
        <span>{t("total")}</span>
        <span className="tn font-semibold text-lg">
          {total === null ? t("notPriced") : formatMoney(locale, { amount: total, currency })}
        </span>
      </p>
    </div>
  );
}
