/** A line beneath a desk that names keys of the keyboard, each drawn as one. */
export function Keys({ text }: { text: string }) {
  return (
    <p className="mt-3 text-center text-ink-2 text-sm leading-6 max-md:hidden">
      {text.split(/\b([A-Z])\b/).map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <kbd key={part} className="key">
            {part}
          </kbd>
        ),
      )}
    </p>
  );
}

/** The key of a button, drawn on it. */
export const Key = ({ children }: { children: string }) => (
  <kbd aria-hidden className="ms-1 rounded-xs border border-current px-1 text-xs opacity-70 max-md:hidden">
    {children}
  </kbd>
);
