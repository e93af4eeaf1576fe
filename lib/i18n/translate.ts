import { createTranslator, type MessageKeys, type NestedKeyOf } from "use-intl/core";
import { allMessages, type Messages } from "./load";
import { asSpoken, type Spoken } from "./locales";

export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>;
type Values = Record<string, string | number | Date>;
type Translator = (key: string, values?: Values) => string;

const translators = new Map<Spoken, Translator>();

function translator(locale: string): Translator {
  const ours = asSpoken(locale);
  const found =
    translators.get(ours) ??
    (createTranslator({ locale: ours, messages: allMessages(ours), timeZone: "UTC" }) as unknown as Translator);
  translators.set(ours, found);
  return found;
}

/** For doors, tasks and mail, in the recipient's language. @param key "namespace.path.of.message" */
export const translate = (locale: string, key: MessageKey, values?: Values): string => translator(locale)(key, values);

const { fields: _, ...sentences } = allMessages("en").errors;

/** The sentence for a Fault's code; unknown `…_not_found` codes share one, anything else reads as internal. */
export function translateError(locale: string, code: string, values?: Values): string {
  if (Object.hasOwn(sentences, code)) return translator(locale)(`errors.${code}`, values);
  return translator(locale)(code.endsWith("_not_found") ? "errors.not_found" : "errors.internal", values);
}
