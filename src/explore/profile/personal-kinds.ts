/** A kind of personal data, by how columns of it are headed and by how its values are written. */
export interface PersonalKind {
  /** Such as `email addresses`. */
  readonly what: string;
  /** Over names of columns in small letters, with `_` between words. */
  readonly heading?: RegExp;
  /** RE2, for one whole value in small letters without blanks at its ends. */
  readonly whole?: string;
  /** RE2, for a part of a longer text in small letters. */
  readonly within?: string;
  /** Text that a value must hold before a pattern is worth trying: patterns are slow. */
  readonly holds?: string;
  /** True where organisations have the same, so that a person has to say which it is. */
  readonly maybeOrganisation?: boolean;
  /** What a heading of the kind is nevertheless about something else. */
  readonly unless?: RegExp;
}

const email = '[a-z0-9._%+-]+@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}';
const insurance = '[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]';
const phone =
  '(\\+44 ?(\\(0\\))? ?|0)(7[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}|[1-37-9][0-9]{1,3}\\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4})';
const phoneWithin =
  '(\\+44 ?(\\(0\\))? ?|\\b0)(7[0-9]{3} ?[0-9]{3} ?[0-9]{3}|[1-3][0-9]{2,3}[ -][0-9]{3,4}[ -]?[0-9]{3,4})\\b';
const postcode = '[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][abd-hjlnp-uw-z]{2}';
const streets =
  'street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|way|place|court|square|mews|hill|row';

/** The kinds that are looked for. The first whose heading fits names a column. */
export const personalKinds: readonly PersonalKind[] = [
  {
    what: 'email addresses',
    heading: /(^|_)e_?mails?(_|$)/,
    whole: email,
    within: email,
    holds: '@',
  },
  {
    what: 'National Insurance numbers',
    heading: /(^|_)(ni_(number|no)|nino|national_insurance(_(number|no))?)(_|$)/,
    whole: insurance,
    within: `\\b${insurance}\\b`,
  },
  { what: 'NHS numbers', heading: /(^|_)nhs_(number|no|id)(_|$)/ },
  {
    what: 'dates of birth',
    heading: /(^|_)(date_of_birth|dob|d_o_b|birth_?date|birthdays?|born(_on)?|birth_day)(_|$)/,
  },
  {
    what: 'bank details',
    heading:
      /(^|_)(sort_?code|iban|bank_account|account_(number|no|name|holder)|card_(number|no)|bank_details)(_|$)/,
    whole: 'gb[0-9]{2} ?[a-z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}',
    within: '\\bgb[0-9]{2} ?[a-z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}\\b',
  },
  {
    what: 'phone numbers',
    heading:
      /(^|_)(tele)?phones?(_(number|no))?$|(^|_)(mobile|telephone|tel)(_(number|no))?$|(^|_)(contact_number|phone_number)(_|$)/,
    whole: phone,
    within: phoneWithin,
  },
  {
    what: 'passport or driving licence numbers',
    heading: /(^|_)(passport|driving_licen[cs]e|driver_licen[cs]e)(_|$)/,
  },
  {
    what: 'names of people',
    heading:
      /(^|_)(first|last|full|sur|fore|middle|given|family|maiden|christian|preferred)_?names?(_|$)|(^|_)(person|people|customer|client|patient|employee|applicant|claimant|tenant|pupil|student|staff|member|manager|officer|contact|next_of_kin|parent|carer|child|resident|user|line_manager|case_worker|caseworker)_names?(_|$)|^(surname|forename|employee|applicant|claimant|line_manager|next_of_kin)$/,
    unless: /user_name$/,
  },
  {
    what: 'addresses',
    heading: /(^|_)(home_address|address(es)?|address_line_?\d?|street(_name)?)(_|$)/,
    unless: /(^|_)(web|ip|url|site|mac)_?address/,
    whole: `([0-9]+[a-z]?,? |flat [0-9]+.*).*\\b(${streets})\\b.*`,
    maybeOrganisation: true,
  },
  {
    what: 'postcodes',
    heading: /(^|_)post_?codes?(_|$)/,
    unless: /(^|_)postcode_(area|district|sector)/,
    whole: postcode,
    within: `\\b[a-z]{1,2}[0-9][0-9a-z]? [0-9][abd-hjlnp-uw-z]{2}\\b`,
    maybeOrganisation: true,
  },
  {
    what: 'numbers of people, such as staff or case numbers',
    heading:
      /(^|_)(staff|employee|payroll|personnel|patient|pupil|student|claimant|applicant|case|prisoner)_(id|number|no|ref|reference)$/,
    maybeOrganisation: true,
  },
  {
    what: 'IP addresses',
    heading: /(^|_)ip_address(es)?(_|$)/,
    whole: '((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])',
  },
];

/** The kind that the name of a column tells of; undefined where it tells of none. */
export function findHeadedKind(name: string): PersonalKind | undefined {
  return personalKinds.find(({ heading, unless }) => heading?.test(name) && !unless?.test(name));
}
