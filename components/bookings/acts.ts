import type { Act } from "@/components/shell/use-act";
import type { Booking, RemindedBooking } from "@/lib/bookings/contract/booking";
import type { CancelActs } from "./cancel-act";
import type { Give } from "./give-act";
import type { ReadPassport } from "./mrz-field";
import type { SetPaper } from "./papers-form";
import type { SavePilgrim } from "./pilgrim-form";
import type { ReadPapers } from "./show-numbers";
import type { Substitute } from "./substitute-act";

/** What may be done with a booking; the commands behind it decide who may. */
export type BookingActs = CancelActs & {
  update: Act<{ id: string; submit?: true; extend?: true; reseat?: true }, Booking>;
  /** Asks the payer for what is owed. */
  remind: Act<{ id: string }, RemindedBooking>;
  give: Give;
  savePilgrim: SavePilgrim;
  substitute: Substitute;
  setPaper: SetPaper;
  readPassport: ReadPassport;
  readPapers: ReadPapers;
};
