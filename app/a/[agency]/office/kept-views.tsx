import { listHref } from "@/components/shell/list-query";
import { SavedViews } from "@/components/views/saved-views";
import type { Place } from "@/lib/views/contract";
import { listViews } from "@/lib/views/queries";
import type { PageCall } from "@/server/doors/page";
import { dropView, keepView } from "./views-actions";

type KeptViewsProps = {
  call: PageCall;
  agency: string;
  place: Place;
  home: string;
  /** What the address says; which line is open is no part of a view. */
  query: Record<string, unknown>;
};

/** The reader's own views of a list, beside its title. */
export async function KeptViews({ call, agency, place, home, query }: KeptViewsProps) {
  const views = await listViews(call, { place });
  return (
    <SavedViews
      home={home}
      search={listHref("", query, { open: undefined }).slice(1)}
      views={views.data}
      save={keepView.bind(null, agency, place)}
      remove={dropView.bind(null, agency)}
    />
  );
}
