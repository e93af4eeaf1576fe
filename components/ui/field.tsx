import { ChevronDown, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type InputEvent, type ReactNode, useId } from "react";
import { latinDigits } from "@/lib/kernel/digits";

export type FieldWords = {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: string | null;
  /** Says "optional" beside the label. */
  optional?: boolean;
};

/** What ties an input to its label, hint and error. */
export function useField({ hint, error }: Pick<FieldWords, "hint" | "error">, id?: string) {
  const own = useId();
  const inputId = id ?? own;
  const noteId = `${inputId}-note`;
  return {
    noteId,
    wiring: {
      id: inputId,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": hint || error ? noteId : undefined,
    } as const,
  };
}

type FrameProps = FieldWords & { inputId: string; noteId: string; className?: string; children: ReactNode };

export function FieldFrame({ label, hint, error, optional, inputId, noteId, className, children }: FrameProps) {
  const t = useTranslations("common");
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className ?? ""}`}>
      <label htmlFor={inputId} className="text-sm font-label">
        {label}
        {optional ? <span className="font-normal text-ink-3"> ({t("optional")})</span> : null}
      </label>
      {children}
      <FieldNote id={noteId} hint={hint} error={error} />
    </div>
  );
}

export function FieldNote({ id, hint, error }: { id: string } & Pick<FieldWords, "hint" | "error">) {
  if (error) {
    return (
      <p id={id} role="alert" className="flex items-start gap-1.5 text-sm text-bad-ink">
        <OctagonAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 flex-none" />
        {error}
      </p>
    );
  }
  return hint ? (
    <p id={id} className="text-sm text-ink-3">
      {hint}
    </p>
  ) : null;
}

/** Numbers stand in Latin digits, whatever the keyboard writes. Comes before `onChange`, which reads what stands there. */
function writeLatin({ currentTarget: field }: InputEvent<HTMLInputElement>) {
  const latin = latinDigits(field.value);
  if (latin === field.value) return;
  const at = field.selectionStart;
  field.value = latin;
  field.setSelectionRange(at, at);
}

type Affixes = { prefix?: ReactNode; suffix?: ReactNode };
export type TextFieldProps = Omit<ComponentProps<"input">, "prefix"> & FieldWords & Affixes;

/** A line of text. `prefix` and `suffix` stand inside the box: a currency, a unit, a small button. */
export function TextField({ label, hint, error, optional, prefix, suffix, className, id, ...input }: TextFieldProps) {
  const { wiring, noteId } = useField({ hint, error }, id);
  const isNumber = input.inputMode === "numeric" || input.inputMode === "decimal";
  return (
    <FieldFrame {...{ label, hint, error, optional, noteId, className }} inputId={wiring.id}>
      <div className="box">
        {prefix ? <span className="text-ink-3">{prefix}</span> : null}
        <input type="text" {...input} {...wiring} {...(isNumber ? { onInput: writeLatin } : {})} />
        {suffix}
      </div>
    </FieldFrame>
  );
}

export type TextAreaProps = ComponentProps<"textarea"> & FieldWords;

export function TextArea({ label, hint, error, optional, className, id, ...input }: TextAreaProps) {
  const { wiring, noteId } = useField({ hint, error }, id);
  return (
    <FieldFrame {...{ label, hint, error, optional, noteId, className }} inputId={wiring.id}>
      <div className="box">
        <textarea {...input} {...wiring} />
      </div>
    </FieldFrame>
  );
}

export type SelectFieldProps = ComponentProps<"select"> & FieldWords & { options: readonly SelectOption[] };
export type SelectOption = { value: string; label: string; disabled?: boolean };

/** The device's own list of choices, which elders know and every keyboard reaches. */
export function SelectField({ label, hint, error, optional, options, className, id, ...input }: SelectFieldProps) {
  const { wiring, noteId } = useField({ hint, error }, id);
  return (
    <FieldFrame {...{ label, hint, error, optional, noteId, className }} inputId={wiring.id}>
      <div className="box">
        <select {...input} {...wiring}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="pointer-events-none flex-none text-ink-3" />
      </div>
    </FieldFrame>
  );
}
