"use client";

import { useLocale } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { TextField, type TextFieldProps } from "@/components/ui/field";
import { formatNumber } from "@/lib/i18n/formats";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { readAmount, unitOf } from "@/lib/kernel/amounts";
import { ungroup } from "./ungroup";

type MoneyFieldProps = Omit<TextFieldProps, "prefix" | "value" | "defaultValue"> & {
  currency: string;
  /** Left out where the form is read by names when it is sent. */
  value?: string;
  defaultValue?: string;
};

/** The first correction of a grouped amount takes the groups away. */
function writePlain({ currentTarget: field, nativeEvent }: ChangeEvent<HTMLInputElement>, locale: Locale) {
  const { inputType, data } = nativeEvent as InputEvent;
  // Without a word on how it came (a password manager, a voice) another amount stands in the place of all.
  const inserted = inputType?.startsWith("delete") ? null : (data ?? field.value);
  const groups = formatNumber(locale, 1_000_000).replace(/\d/g, "");
  const edit = { typed: field.value, caret: field.selectionStart ?? field.value.length, inserted };
  const { text, caret } = ungroup(edit, (sign) => groups.includes(sign));
  field.value = text;
  field.setSelectionRange(caret, caret);
}

/** An amount with its currency before it: in groups of thousands as the reader writes them, plain once it is corrected. To go
 * into the field changes nothing: what was marked stays marked.
 * Its digits are Latin for everybody: what one corrects must look as what one types. */
export function MoneyField(props: MoneyFieldProps) {
  const { currency, name, value: given, defaultValue = "", onChange, onBlur, ...field } = props;
  const locale = useLocale();
  const [typing, setTyping] = useState(false);
  const [own, setOwn] = useState(defaultValue);
  const value = given ?? own;
  const amount = readAmount(value, currency);
  const unit = unitOf(currency);
  const isWhole = amount !== null && amount % unit === 0;
  const isGrouped = isWhole && !typing;
  return (
    <>
      <TextField
        {...field}
        prefix={currency}
        inputMode="decimal"
        dir="ltr"
        className="tn"
        value={isGrouped ? formatNumber(asLocale(locale), amount / unit) : value}
        onChange={(event) => {
          if (isGrouped) writePlain(event, asLocale(locale));
          setTyping(true);
          setOwn(event.target.value);
          onChange?.(event);
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
