import { ChevronDown } from "lucide-react";

type ChooseProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onValue: (value: string) => void;
};

/** A choice in a tool bar: its label is for screen readers, the choice itself says the rest. */
export function Choose({ label, value, options, onValue }: ChooseProps) {
  return (
    <label className="box w-auto">
      <span className="sr-only">{label}</span>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden size={16} className="pointer-events-none flex-none text-ink-3" />
    </label>
  );
}
