"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type DialCountry, dialCode, dialCountries, parsePhone } from "@/lib/i18n/phone";
import { FieldFrame, type FieldWords, useField } from "./field";

export type PhoneFieldProps = FieldWords & {
  /** Name of the hidden input that carries the number in E.164 (empty while it is none). */
  name: string;
  /** The agency's country: it settles +7 and numbers typed without a prefix. */
  country: DialCountry;
  /** E.164 */
  defaultValue?: string;
  required?: boolean;
  className?: string;
  onValue?: (e164: string | null) => void;
};

/** A phone number with its country prefix; judged when one leaves it, again at every letter after a mistake. */
export function PhoneInput({
  name,
  country,
  defaultValue = "",
  required,
  onValue,
  className,
  ...words
}: PhoneFieldProps) {
  const t = useTranslations("common");
  const [dial, setDial] = useState<DialCountry>(country);
  const [typed, setTyped] = useState(defaultValue);
  const [left, setLeft] = useState(false);
  const e164 = parsePhone(typed, dial);
  const error = words.error ?? (left && typed && !e164 ? t("phoneInvalid") : null);
  const { wiring, noteId } = useField({ hint: words.hint, error });
  const change = (text: string, at: DialCountry) => {
    setTyped(text);
    setDial(at);
    onValue?.(parsePhone(text, at));
  };
  return (
    <FieldFrame {...words} error={error} noteId={noteId} inputId={wiring.id} className={className}>
      <div className="box" dir="ltr">
        <select
          className="max-w-24 flex-none text-ink-3"
          aria-label={t("dialCode")}
          value={dial}
          onChange={(event) => change(typed, event.target.value as DialCountry)}
        >
          {dialCountries.map((one) => (
            <option key={one} value={one}>
              {one} {dialCode(one)}
            </option>
          ))}
        </select>
        <input
          {...wiring}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required={required}
          value={typed}
          className="tn"
          onChange={(event) => change(event.target.value, dial)}
          onBlur={() => setLeft(true)}
        />
        <input type="hidden" name={name} value={e164 ?? ""} />
      </div>
    </FieldFrame>
  );
}
