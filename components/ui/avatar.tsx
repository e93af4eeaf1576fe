import { initials } from "@/lib/i18n/names";

const tones = [
  ["oklch(0.90 0.035 207)", "oklch(0.33 0.06 217)"],
  ["oklch(0.91 0.04 60)", "oklch(0.38 0.08 50)"],
  ["oklch(0.91 0.035 330)", "oklch(0.38 0.09 335)"],
  ["oklch(0.91 0.045 130)", "oklch(0.36 0.07 135)"],
  ["oklch(0.90 0.035 265)", "oklch(0.38 0.09 268)"],
  ["oklch(0.91 0.035 20)", "oklch(0.40 0.09 18)"],
] as const;

/** The pale pair a person always gets, on lists and on the map. @returns background and ink */
export function toneOf(name: string): readonly [string, string] {
  const sum = [...name].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  return tones[sum % tones.length] ?? tones[0];
}

type AvatarProps = {
  name: string;
  src?: string | null;
  size?: number;
  square?: boolean;
  /** An agency's own colour (#rrggbb), dark enough for white, in place of the pale pair. */
  colour?: string | null;
  className?: string;
};

/** Initials in the script of the name; the name itself stands beside it, so it is silent for screen readers. */
export function Avatar({ name, src, size = 32, square, colour, className }: AvatarProps) {
  const [background, color] = colour ? [colour, "#fff"] : toneOf(name);
  const shape = { width: size, height: size, borderRadius: square ? Math.min(14, size * 0.3) : "50%" };
  if (src) {
    const photo = { ...shape, backgroundImage: `url("${encodeURI(src)}")` };
    return (
      <span aria-hidden style={photo} className={`inline-block flex-none bg-cover bg-center ${className ?? ""}`} />
    );
  }
  return (
    <span
      aria-hidden
      className={`inline-flex flex-none items-center justify-center leading-none font-semibold ${className ?? ""}`}
      style={{ ...shape, background, color, fontSize: Math.round(size * 0.37) }}
    >
      {initials(name)}
    </span>
  );
}
