import { Banner } from "@/components/ui/banner";
import { TextArea } from "@/components/ui/field";

type WordFieldProps = { label: string; value: string; onChange: (word: string) => void; refused: string | null };

/** A word to whom a decision is about, below why the last try was refused. */
export const WordField = ({ label, value, onChange, refused }: WordFieldProps) => (
  <>
    {refused ? (
      <Banner kind="bad" className="mb-3">
        {refused}
      </Banner>
    ) : null}
    <TextArea
      label={label}
      optional
      rows={3}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </>
);
