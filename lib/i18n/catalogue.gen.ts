// Written by npm run gen from lib/i18n/messages; do not edit.
import en_common from "./messages/en/common.json";
import en_entry from "./messages/en/entry.json";
import en_errors from "./messages/en/errors.json";
import en_mail from "./messages/en/mail.json";
import en_map from "./messages/en/map.json";
import en_shell from "./messages/en/shell.json";
import en_site from "./messages/en/site.json";
import id_common from "./messages/id/common.json";
import id_entry from "./messages/id/entry.json";
import id_errors from "./messages/id/errors.json";
import id_mail from "./messages/id/mail.json";
import id_map from "./messages/id/map.json";
import id_shell from "./messages/id/shell.json";
import id_site from "./messages/id/site.json";
import ms_common from "./messages/ms/common.json";
import ms_entry from "./messages/ms/entry.json";
import ms_errors from "./messages/ms/errors.json";
import ms_mail from "./messages/ms/mail.json";
import ms_map from "./messages/ms/map.json";
import ms_shell from "./messages/ms/shell.json";
import ms_site from "./messages/ms/site.json";
import ar_common from "./messages/ar/common.json";
import ar_entry from "./messages/ar/entry.json";
import ar_errors from "./messages/ar/errors.json";
import ar_mail from "./messages/ar/mail.json";
import ar_map from "./messages/ar/map.json";
import ar_shell from "./messages/ar/shell.json";
import ar_site from "./messages/ar/site.json";
import ru_common from "./messages/ru/common.json";
import ru_entry from "./messages/ru/entry.json";
import ru_errors from "./messages/ru/errors.json";
import ru_mail from "./messages/ru/mail.json";
import ru_map from "./messages/ru/map.json";
import ru_shell from "./messages/ru/shell.json";
import ru_site from "./messages/ru/site.json";
import kk_common from "./messages/kk/common.json";
import kk_entry from "./messages/kk/entry.json";
import kk_errors from "./messages/kk/errors.json";
import kk_mail from "./messages/kk/mail.json";
import kk_map from "./messages/kk/map.json";
import kk_shell from "./messages/kk/shell.json";
import kk_site from "./messages/kk/site.json";

export const catalogue = {
  en: { "common": en_common, "entry": en_entry, "errors": en_errors, "mail": en_mail, "map": en_map, "shell": en_shell, "site": en_site },
  id: { "common": id_common, "entry": id_entry, "errors": id_errors, "mail": id_mail, "map": id_map, "shell": id_shell, "site": id_site },
  ms: { "common": ms_common, "entry": ms_entry, "errors": ms_errors, "mail": ms_mail, "map": ms_map, "shell": ms_shell, "site": ms_site },
  ar: { "common": ar_common, "entry": ar_entry, "errors": ar_errors, "mail": ar_mail, "map": ar_map, "shell": ar_shell, "site": ar_site },
  ru: { "common": ru_common, "entry": ru_entry, "errors": ru_errors, "mail": ru_mail, "map": ru_map, "shell": ru_shell, "site": ru_site },
  kk: { "common": kk_common, "entry": kk_entry, "errors": kk_errors, "mail": kk_mail, "map": kk_map, "shell": kk_shell, "site": kk_site },
};
