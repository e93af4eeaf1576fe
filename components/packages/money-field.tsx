"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { TextField, type TextFieldProps } from "@/components/ui/field";
import { formatNumber } from "@/lib/i18n/formats";
import { asLocale } from "@/lib/i18n/locales";
import { readAmount, unitOf } from "@/lib/kernel/amounts";

type MoneyFieldProps = Omit<TextFieldProps, "prefix" | "value" | "defaultValue"> & {
  currency: string;
  /** Left out where the form is read by names when it is sent. */
  value?: string;
  defaultValue?: string;
};

/** An amount with its currency before it: in groups of thousands as the reader writes them, plain while it is typed.
 * Its digits are Latin for everybody: what one corrects must look as what one types. */
export function MoneyField(props: MoneyFieldProps) {
  const { currency, name, value: given, defaultValue = "", onChange, onFocus, onBlur, ...field } = props;
  const locale = useLocale();
  const [typing, setTyping] = useState(false);
  const [own, setOwn] = useState(defaultValue);
  const value = given ?? own;
  const amount = readAmount(value, currency);
  const unit = unitOf(currency);
  const isWhole = amount !== null && amount % unit === 0;
  return (
    <>
      <TextField
        {...field}
        prefix={currency}
        inputMode="decimal"
        dir="ltr"
        className="tn"
        value={isWhole && !typing ? formatNumber(asLocale(locale), amount / unit) : value}
        onChange={(event) => {
          setOwn(event.target.value);
          onChange?.(event);
        }}
        onFocus={(event) => {
          setTyping(true);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          setTyping(false);
          onBlur?.(event);
        }}
      />
      {name ? <input type="hidden" name={name} value={value} /> : null}
    </>
  );
}
