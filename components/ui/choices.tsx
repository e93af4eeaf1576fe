import { type ComponentProps, type ReactNode, useId } from "react";

type TickProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

function Tick({ label, hint, type, className, ...input }: TickProps & { type: "checkbox" | "radio" }) {
  return (
    <label className={`choice ${className ?? ""}`}>
      <input {...input} type={type} className="tick" />
      <ChoiceWords label={label} hint={hint} />
    </label>
  );
}

function ChoiceWords({ label, hint }: Pick<TickProps, "label" | "hint">) {
  return (
    <span className="min-w-0">
      {label}
      {hint ? <span className="block text-sm text-ink-3">{hint}</span> : null}
    </span>
  );
}

/** A yes or no that is sent with its form. */
export const Checkbox = (props: TickProps) => <Tick {...props} type="checkbox" />;

// A checkbox states its own checkedness: no aria-checked beside it.
const asSwitch = { type: "checkbox", role: "switch" } as const;

/** For instant effects only: what is sent with a form is a Checkbox. */
export function Switch({ label, hint, className, ...input }: TickProps) {
  return (
    <label className={`choice ${className ?? ""}`}>
      <input {...input} {...asSwitch} className="switch" />
      <ChoiceWords label={label} hint={hint} />
    </label>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type ChoicesProps = {
  legend: string;
  name?: string;
  options: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onValue?: (value: string) => void;
  className?: string;
};

const bind = (value: string, { name, value: now, defaultValue, onValue }: ChoicesProps, fallback: string) => ({
  name: name ?? fallback,
  value,
  ...(now === undefined ? { defaultChecked: value === defaultValue } : { checked: value === now }),
  onChange: onValue ? () => onValue(value) : now === undefined ? undefined : () => {},
});

/** One of several, all of them in sight. */
export function RadioGroup(props: ChoicesProps) {
  const fallback = useId();
  return (
    <fieldset className={`flex flex-col gap-2 ${props.className ?? ""}`}>
      <legend className="mb-2 text-sm font-label">{props.legend}</legend>
      {props.options.map(({ value, label, hint, disabled }) => (
        <Tick key={value} type="radio" {...bind(value, props, fallback)} {...{ label, hint, disabled }} />
      ))}
    </fieldset>
  );
}

/** Two to four views of the same thing; the legend is for screen readers. */
export function Segmented(props: ChoicesProps) {
  const fallback = useId();
  return (
    <fieldset className={props.className}>
      <legend className="sr-only">{props.legend}</legend>
      <div className="segments">
        {props.options.map(({ value, label, disabled }) => (
          <label key={value}>
            <input type="radio" disabled={disabled} {...bind(value, props, fallback)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
