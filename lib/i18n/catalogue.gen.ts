// Written by npm run gen from lib/i18n/messages; do not edit.
import en_codes from "./messages/en/codes.json";
import en_common from "./messages/en/common.json";
import en_entry from "./messages/en/entry.json";
import en_errors from "./messages/en/errors.json";
import en_groups from "./messages/en/groups.json";
import en_join from "./messages/en/join.json";
import en_lead from "./messages/en/lead.json";
import en_mail from "./messages/en/mail.json";
import en_map from "./messages/en/map.json";
import en_my from "./messages/en/my.json";
import en_notices from "./messages/en/notices.json";
import en_office from "./messages/en/office.json";
import en_shell from "./messages/en/shell.json";
import en_site from "./messages/en/site.json";
import id_codes from "./messages/id/codes.json";
import id_common from "./messages/id/common.json";
import id_entry from "./messages/id/entry.json";
import id_errors from "./messages/id/errors.json";
import id_groups from "./messages/id/groups.json";
import id_join from "./messages/id/join.json";
import id_lead from "./messages/id/lead.json";
import id_mail from "./messages/id/mail.json";
import id_map from "./messages/id/map.json";
import id_my from "./messages/id/my.json";
import id_notices from "./messages/id/notices.json";
import id_office from "./messages/id/office.json";
import id_shell from "./messages/id/shell.json";
import id_site from "./messages/id/site.json";
import ms_codes from "./messages/ms/codes.json";
import ms_common from "./messages/ms/common.json";
import ms_entry from "./messages/ms/entry.json";
import ms_errors from "./messages/ms/errors.json";
import ms_groups from "./messages/ms/groups.json";
import ms_join from "./messages/ms/join.json";
import ms_lead from "./messages/ms/lead.json";
import ms_mail from "./messages/ms/mail.json";
import ms_map from "./messages/ms/map.json";
import ms_my from "./messages/ms/my.json";
import ms_notices from "./messages/ms/notices.json";
import ms_office from "./messages/ms/office.json";
import ms_shell from "./messages/ms/shell.json";
import ms_site from "./messages/ms/site.json";
import ar_codes from "./messages/ar/codes.json";
import ar_common from "./messages/ar/common.json";
import ar_entry from "./messages/ar/entry.json";
import ar_errors from "./messages/ar/errors.json";
import ar_groups from "./messages/ar/groups.json";
import ar_join from "./messages/ar/join.json";
import ar_lead from "./messages/ar/lead.json";
import ar_mail from "./messages/ar/mail.json";
import ar_map from "./messages/ar/map.json";
import ar_my from "./messages/ar/my.json";
import ar_notices from "./messages/ar/notices.json";
import ar_office from "./messages/ar/office.json";
import ar_shell from "./messages/ar/shell.json";
import ar_site from "./messages/ar/site.json";
import ru_codes from "./messages/ru/codes.json";
import ru_common from "./messages/ru/common.json";
import ru_entry from "./messages/ru/entry.json";
import ru_errors from "./messages/ru/errors.json";
import ru_groups from "./messages/ru/groups.json";
import ru_join from "./messages/ru/join.json";
import ru_lead from "./messages/ru/lead.json";
import ru_mail from "./messages/ru/mail.json";
import ru_map from "./messages/ru/map.json";
import ru_my from "./messages/ru/my.json";
import ru_notices from "./messages/ru/notices.json";
import ru_office from "./messages/ru/office.json";
import ru_shell from "./messages/ru/shell.json";
import ru_site from "./messages/ru/site.json";
import kk_codes from "./messages/kk/codes.json";
import kk_common from "./messages/kk/common.json";
import kk_entry from "./messages/kk/entry.json";
import kk_errors from "./messages/kk/errors.json";
import kk_groups from "./messages/kk/groups.json";
import kk_join from "./messages/kk/join.json";
import kk_lead from "./messages/kk/lead.json";
import kk_mail from "./messages/kk/mail.json";
import kk_map from "./messages/kk/map.json";
import kk_my from "./messages/kk/my.json";
import kk_notices from "./messages/kk/notices.json";
import kk_office from "./messages/kk/office.json";
import kk_shell from "./messages/kk/shell.json";
import kk_site from "./messages/kk/site.json";

export const catalogue = {
  en: { "codes": en_codes, "common": en_common, "entry": en_entry, "errors": en_errors, "groups": en_groups, "join": en_join, "lead": en_lead, "mail": en_mail, "map": en_map, "my": en_my, "notices": en_notices, "office": en_office, "shell": en_shell, "site": en_site },
  id: { "codes": id_codes, "common": id_common, "entry": id_entry, "errors": id_errors, "groups": id_groups, "join": id_join, "lead": id_lead, "mail": id_mail, "map": id_map, "my": id_my, "notices": id_notices, "office": id_office, "shell": id_shell, "site": id_site },
  ms: { "codes": ms_codes, "common": ms_common, "entry": ms_entry, "errors": ms_errors, "groups": ms_groups, "join": ms_join, "lead": ms_lead, "mail": ms_mail, "map": ms_map, "my": ms_my, "notices": ms_notices, "office": ms_office, "shell": ms_shell, "site": ms_site },
  ar: { "codes": ar_codes, "common": ar_common, "entry": ar_entry, "errors": ar_errors, "groups": ar_groups, "join": ar_join, "lead": ar_lead, "mail": ar_mail, "map": ar_map, "my": ar_my, "notices": ar_notices, "office": ar_office, "shell": ar_shell, "site": ar_site },
  ru: { "codes": ru_codes, "common": ru_common, "entry": ru_entry, "errors": ru_errors, "groups": ru_groups, "join": ru_join, "lead": ru_lead, "mail": ru_mail, "map": ru_map, "my": ru_my, "notices": ru_notices, "office": ru_office, "shell": ru_shell, "site": ru_site },
  kk: { "codes": kk_codes, "common": kk_common, "entry": kk_entry, "errors": kk_errors, "groups": kk_groups, "join": kk_join, "lead": kk_lead, "mail": kk_mail, "map": kk_map, "my": kk_my, "notices": kk_notices, "office": kk_office, "shell": kk_shell, "site": kk_site },
};
