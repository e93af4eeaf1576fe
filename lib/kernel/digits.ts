/** What a keyboard with digits of its own writes, in everybody's: ٤٢ and ۴۲ are 42. */
export const latinDigits = (text: string) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
