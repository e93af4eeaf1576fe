import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { ListOddNotices } from "../contract/odd";
import { mayKeepBank } from "../policy";
import { asOdd, listOddRows } from "../store/odd";

/** What gateways said and our books do not know: what a person still has to look into, or what somebody dealt with. */
export const listOddNotices = query({
  name: "payments.list_odd_notices",
  input: ListOddNotices,
  load: nothing,
  allow: mayKeepBank,
  run: async (work, input) => {
    const page = await listOddRows(work, input);
    return { ...page, data: page.data.map(asOdd) };
  },
});
