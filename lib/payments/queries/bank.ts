import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { ListBankLines } from "../contract/bank";
import { mayKeepBank } from "../policy";
import { asLine, listLineRows } from "../store/bank";

/** Lines of the bank that wait to be booked, or were, the latest day first. */
export const listBankLines = query({
  name: "payments.list_bank_lines",
  input: ListBankLines,
  load: nothing,
  allow: mayKeepBank,
  run: async (work, input) => {
    const page = await listLineRows(work, input);
    return { ...page, data: page.data.map((row) => asLine(work, row)) };
  },
});
