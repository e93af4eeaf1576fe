import { tasks as agencies } from "@/lib/agencies/tasks";
import { tasks as audit } from "@/lib/audit/tasks";
import { tasks as bookings } from "@/lib/bookings/tasks";
import { tasks as chat } from "@/lib/chat/tasks";
import { tasks as groups } from "@/lib/groups/tasks";
import { tasks as identity } from "@/lib/identity/tasks";
import { tasks as inventory } from "@/lib/inventory/tasks";
import type { Task } from "@/lib/kernel/task";
import { tasks as ledger } from "@/lib/ledger/tasks";
import { tasks as agencyNotices } from "@/lib/notices/tasks/agencies";
import { tasks as bookingNotices } from "@/lib/notices/tasks/bookings";
import { tasks as groupNotices } from "@/lib/notices/tasks/groups";
import { tasks as codeNotices } from "@/lib/notices/tasks/identity";
import { tasks as paymentNotices } from "@/lib/notices/tasks/payments";
import { tasks as peopleNotices } from "@/lib/notices/tasks/people";
import { tasks as probes } from "@/lib/notices/tasks/probes";
import { tasks as resend } from "@/lib/notices/tasks/resend";
import { tasks as savingsNotices } from "@/lib/notices/tasks/savings";
import { tasks as shopNotices } from "@/lib/notices/tasks/shop";
import { tasks as packages } from "@/lib/packages/tasks";
import { tasks as payments } from "@/lib/payments/tasks";
import { tasks as reports } from "@/lib/reports/tasks";
import { tasks as savings } from "@/lib/savings/tasks";
import { tasks as shop } from "@/lib/shop/tasks";
import { tasks as tracking } from "@/lib/tracking/tasks";
import { tasks as travel } from "@/lib/travel/tasks";
import { tasks as users } from "@/lib/users/tasks";

/** Every reaction and every schedule of the product. */
export const TASKS: Task[] = [
  ...agencies,
  ...audit,
  ...identity,
  ...users,
  ...chat,
  ...inventory,
  ...groups,
  ...packages,
  ...bookings,
  ...ledger,
  ...payments,
  ...savings,
  ...shop,
  ...tracking,
  ...travel,
  ...reports,
  ...agencyNotices,
  ...bookingNotices,
  ...paymentNotices,
  ...savingsNotices,
  ...shopNotices,
  ...groupNotices,
  ...peopleNotices,
  ...probes,
  ...resend,
  ...codeNotices,
];
