// Next runs this in the browser before it hydrates anything.
import { mendNumbers } from "@/lib/i18n/mend-numbers";

mendNumbers();
