type Contacts = { phone: string | null; email: string | null };
type Payer = { payerPhone: string | null; payerEmail: string | null };

/** The contact of its payer that this person has shown to be theirs; null when none is. */
export function sharedContact({ payerPhone, payerEmail }: Payer, { phone, email }: Contacts): string | null {
  if (phone !== null && phone === payerPhone) return phone;
  return email !== null && email.toLowerCase() === payerEmail?.toLowerCase() ? email : null;
}
