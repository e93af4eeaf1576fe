"use client";

import { lazy, Suspense } from "react";
import { TextField } from "./field";
import type { PhoneFieldProps } from "./phone-input";

// What every country's numbers look like is a heavy table: it comes behind the first paint.
const PhoneInput = lazy(async () => ({ default: (await import("./phone-input")).PhoneInput }));

/** A phone number with its country prefix. */
export const PhoneField = (props: PhoneFieldProps) => (
  <Suspense fallback={<TextField name={props.name} type="tel" label={props.label} dir="ltr" disabled />}>
    <PhoneInput {...props} />
  </Suspense>
);
