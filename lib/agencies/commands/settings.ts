import { type DialCountry, parsePhone } from "@/lib/i18n/phone";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { conflict, invalid, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn, type Money } from "@/lib/kernel/money";
import type { Agency } from "../contract/agency";
import { AddBankAccount, type BankAccount, BankAccountRef, UpdateAgency } from "../contract/settings";
import { agencyChanged } from "../facts";
import { mayChangeAgency, maySeeOwn } from "../policy";
import { showAgency } from "../queries/agency";
import { type AgencyRow, lockAgency, setAgency } from "../store/agencies";
import { addAccount, findAccount, removeAccount } from "../store/bank-accounts";

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A number people may call. @throws Fault `validation` */
function hotlineOf(typed: string | null | undefined, { country }: AgencyRow): string | null | undefined {
  if (!typed) return typed;
  const phone = parsePhone(typed, country as DialCountry);
  if (!phone) throw invalid("hotline", "invalid_format");
  return phone;
}

/** A limit of the agency's own money, minor units. What was decided in another money is a limit no more: two people say yes to
 * every sum until it is decided anew. @throws Fault `validation` for one in another currency */
function limitOf(limit: Money | null | undefined, currency: string, agency: AgencyRow) {
  if (limit) return amountIn(currency, limit, "policies.secondPersonAbove");
  const isOfBefore = currency !== agency.currency && agency.settings.secondPersonAbove != null;
  return limit === undefined && isOfBefore ? 0 : limit;
}

/** Changes what is given and nothing else; each change is one of its own in the log. @throws Fault `validation` */
export const updateAgency = command({
  name: "agencies.update",
  input: UpdateAgency,
  load: lockAgency,
  allow: mayChangeAgency,
  run: async (work, { policies, brandColour, hotline, ...fields }, agency): Promise<Agency> => {
    const secondPersonAbove = limitOf(policies?.secondPersonAbove, fields.currency ?? agency.currency, agency);
    const decided = given({ ...policies, secondPersonAbove, brandColour });
    const settings = Object.keys(decided).length > 0 ? { settings: { ...agency.settings, ...decided } } : {};
    const change = { ...given({ ...fields, hotline: hotlineOf(hotline, agency) }), ...settings };
    const after = await setAgency(work, agency, change as Partial<AgencyRow>);
    work.tell(agencyChanged, { agencyId: agency.id });
    return showAgency(work, after);
  },
});

/** @throws Fault `bank_account_taken` */
export const addBankAccount = command({
  name: "agencies.add_bank_account",
  input: AddBankAccount,
  load: nothing,
  allow: mayChangeAgency,
  run: async (work, input): Promise<BankAccount> => {
    const account = { id: newId(), ...input, createdAt: work.now };
    if (!(await addAccount(work, { ...account, agencyId: agencyOf(work) }))) throw conflict("bank_account_taken");
    work.tell(agencyChanged, { agencyId: agencyOf(work) });
    return account;
  },
});

/** @throws Fault `bank_account_not_found` */
export const removeBankAccount = command({
  name: "agencies.remove_bank_account",
  input: BankAccountRef,
  load: async (work: Work, { id }) => {
    const account = maySeeOwn(work.actor) ? await findAccount(work, id) : null;
    if (!account) throw notFound("bank_account");
    return account;
  },
  allow: mayChangeAgency,
  run: async (work, _input, account) => {
    await removeAccount(work, account);
    work.tell(agencyChanged, { agencyId: agencyOf(work) });
  },
});
