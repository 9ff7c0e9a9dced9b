-- Macros that every recipe may use.

-- Spaces at the ends go, and a run of spaces becomes one: a person who types a name should find the row. A no-break space
-- is a space; characters that nobody sees go (controls, soft hyphens, spaces without width, marks of direction and of byte
-- order). Nothing left is a gap.
CREATE MACRO tidy_text(value) AS nullif(trim(regexp_replace(regexp_replace(value,
  '[\x{00AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{FEFF}\x{FFFD}]', '', 'g'),
  '[\s\x{0000}-\x{001F}\x{007F}-\x{00A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]+', ' ', 'g')), '');

-- The spelling of a value to use among those that differ in capitals alone: the one with the most rows, of equals the last
-- in the order of letters. For columns whose rows stand beside it: usual_capitals(payee, count(*) OVER (PARTITION BY payee)).
CREATE MACRO usual_capitals(value, uses) AS
  arg_max(value, {'uses': uses, 'value': value}) OVER (PARTITION BY upper(value));

-- True where a payee is clearly an organisation, for lists of payments: the name of a person or a sole trader must not
-- be published. When in doubt it says no, so it takes many an organisation for a person, and that is meant.
--
-- A name says organisation by
--   1. a legal form (Ltd, plc, LLP, BV ...), or
--   2. a word that only bodies have in their names (council, university, NHS ...), or
--   3. a word that businesses have but sole traders too (services, care home ...), where no initial, forename or
--      frequent surname stands beside it, or
--   4. a place among reviewed-payees.txt, names that somebody looked at one by one.
-- Initials of the name itself or a place in brackets at its end do not count: "Organisation for Economic Co-operation and
-- Development (OECD)", "Health for All (Leeds)".
-- It says person, whatever else it holds, by a title (Mr, Dr ...), by the form "Surname, Forename", by words of
-- inheritance (trustees, executors ...), or by "trading as" with no legal form before it.

-- Initials and frequent names of people in the United Kingdom. A list need not be complete: it only narrows the third way.
CREATE MACRO looks_like_name(value) AS list_transform([upper(value)], lambda name: regexp_matches(name, '(^|[^A-Z''])[A-Z]([^A-Z'']|$)') OR regexp_matches(name,
  '\b(ADAM|ADRIAN|AHMED|ALAN|ALASTAIR|ALEX|ALEXANDER|ALEXANDRA|ALI|ALICE|ALISON|ALLAN|ALLEN|AMANDA|AMY|ANDREA|ANDREW|ANDY|ANGELA|ANITA|'
  || 'ANN|ANNA|ANNE|ANNETTE|ANTHONY|ANTONY|ARTHUR|ASHLEY|AUDREY|BARBARA|BARRY|BEN|BENJAMIN|BERNARD|BETH|BEVERLEY|BILL|BOB|BRENDA|BRIAN|'
  || 'BRUCE|BRYAN|CAROL|CAROLE|CAROLINE|CATHERINE|CHARLES|CHARLOTTE|CHERYL|CHRIS|CHRISTINE|CHRISTOPHER|CLAIRE|CLARE|CLIVE|COLIN|CRAIG|'
  || 'DAN|DANIEL|DANNY|DARREN|DAVE|DAVID|DAWN|DEAN|DEBBIE|DEBORAH|DENIS|DENISE|DENNIS|DEREK|DIANA|DIANE|DOMINIC|DONALD|DONNA|DOROTHY|'
  || 'DOUGLAS|DUNCAN|EDWARD|EILEEN|ELAINE|ELEANOR|ELIZABETH|EMILY|EMMA|ERIC|EVE|FIONA|FRANCES|FRANCIS|FRANK|FRED|GARETH|GARY|GAVIN|'
  || 'GEMMA|GEOFF|GEOFFREY|GEORGE|GERALD|GERARD|GILLIAN|GLEN|GLENN|GORDON|GRACE|GRAEME|GRAHAM|GREG|GUY|HANNAH|HAROLD|HARRY|HAZEL|'
  || 'HEATHER|HELEN|HENRY|HILARY|HOWARD|HUGH|HUSSAIN|IAN|IRENE|JACK|JACKIE|JACOB|JACQUELINE|JAKE|JAMES|JAMIE|JAN|JANE|JANET|JANICE|JASON|'
  || 'JEAN|JENNIFER|JENNY|JEREMY|JESSICA|JILL|JIM|JO|JOAN|JOANNA|JOANNE|JOE|JOHN|JOHNNY|JON|JONATHAN|JOSEPH|JOSHUA|JOYCE|JUDITH|JUDY|JULIA|'
  || 'JULIAN|JULIE|JUNE|JUSTIN|KAREN|KATE|KATHERINE|KATHLEEN|KATHRYN|KATIE|KAY|KEITH|KELLY|KEN|KENNETH|KERRY|KEVIN|KIM|LAURA|LAUREN|'
  || 'LEE|LEO|LEON|LESLEY|LESLIE|LEWIS|LIAM|LINDA|LISA|LIZ|LOUISE|LUCY|LUKE|LYNN|LYNNE|MALCOLM|MANDY|MARC|MARGARET|MARIA|MARIE|MARILYN|'
  || 'MARION|MARK|MARTIN|MARTYN|MARY|MATT|MATTHEW|MAUREEN|MAURICE|MAX|MEGAN|MELANIE|MICHAEL|MICHELLE|MICK|MIKE|MOHAMMED|MOHAMMAD|MUHAMMAD|'
  || 'MONICA|NANCY|NATALIE|NATASHA|NATHAN|NEIL|NICHOLAS|NICK|NICOLA|NIGEL|NORMAN|OLIVER|OLIVIA|OSCAR|OWEN|PAM|PAMELA|PAT|PATRICIA|'
  || 'PATRICK|PAUL|PAULA|PAULINE|PENNY|PETE|PETER|PHIL|PHILIP|PHILLIP|PHILLIPA|RACHEL|RALPH|RAY|RAYMOND|REBECCA|RHYS|RICHARD|RICK|ROB|'
  || 'ROBERT|ROBIN|ROGER|RON|RONALD|ROSE|ROSEMARY|ROSS|ROY|RUPERT|RUSSELL|RUTH|RYAN|SALLY|SAM|SAMANTHA|SAMUEL|SANDRA|SARA|SARAH|SCOTT|'
  || 'SEAN|SHARON|SHAUN|SHEILA|SHIRLEY|SIMON|SOPHIE|STACEY|STAN|STANLEY|STELLA|STEPHANIE|STEPHEN|STEVE|STEVEN|STEWART|STUART|SUE|SUSAN|'
  || 'SUZANNE|SYLVIA|TERENCE|TERESA|TERRY|THOMAS|TIM|TIMOTHY|TINA|TOBY|TOM|TONY|TRACEY|TRACY|TREVOR|VALERIE|VANESSA|VERA|VERONICA|'
  || 'VICTOR|VICTORIA|VINCENT|VIVIEN|WAYNE|WENDY|WILLIAM|YVONNE|ZOE)''?S?\b') OR regexp_matches(name,
  '\b(ADAMS|AKHTAR|ANDERSON|ANDREWS|ARMSTRONG|ASHTON|ATKINSON|BAILEY|BAKER|BARKER|BARNES|BEGUM|BELL|BENNETT|BERRY|BOOTH|BRADLEY|BROOKS|'
  || 'BROWN|BURTON|BUTLER|CAMPBELL|CARR|CARTER|CHAMBERS|CHAPMAN|CLARK|CLARKE|COLE|COLLINS|COOK|COOPER|COX|CUNNINGHAM|DAVIDSON|DAVIES|'
  || 'DAVIS|DAWSON|DIXON|DOYLE|EDWARDS|ELLIOTT|ELLIS|EVANS|FISHER|FLETCHER|FORD|FOSTER|FOX|GIBSON|GILL|GRANT|GRAY|GREEN|GREENWOOD|'
  || 'GRIFFITHS|HALL|HAMILTON|HARPER|HARRIS|HARRISON|HART|HARVEY|HILL|HOLMES|HOLT|HUDSON|HUGHES|HUNT|HUNTER|HUSSEIN|IQBAL|JACKSON|'
  || 'JENKINS|JOHNSON|JOHNSTON|JONES|JORDAN|KAUR|KENNEDY|KHAN|KING|KNIGHT|LAWRENCE|LAWSON|LLOYD|LYNCH|MACDONALD|MARSH|MARSHALL|MASON|'
  || 'MATTHEWS|MCDONALD|MILLER|MILLS|MITCHELL|MOORE|MORGAN|MORRIS|MURPHY|MURRAY|NEWMAN|NICHOLSON|PALMER|PARKER|PARKINSON|PATEL|PEARSON|'
  || 'PERRY|PHILLIPS|PORTER|POWELL|PRICE|REID|REYNOLDS|RICHARDS|RICHARDSON|ROBERTS|ROBERTSON|ROBINSON|ROGERS|SAUNDERS|SHARP|SHAW|'
  || 'SIMPSON|SINGH|SMITH|SPENCER|STEVENS|STEWART|SUTTON|TAYLOR|THOMPSON|THOMSON|TURNER|WALKER|WALSH|WARD|WATSON|WATTS|WEBB|WELLS|'
  || 'WEST|WHITE|WILKINSON|WILLIAMS|WILLIAMSON|WILSON|WOOD|WOODS|WRIGHT|YOUNG)''?S?\b'))[1];

-- West, in the name of a place, is not a surname.
CREATE MACRO has_person_name(name) AS looks_like_name(regexp_replace(upper(name),
  '\b(SOUTH|NORTH|MID) WEST\b|\bWEST (YORKSHIRE|MIDLANDS|RIDING|SUSSEX|OXFORDSHIRE|BERKSHIRE|LONDON|LEEDS|NORTH|OF ENGLAND|AFRICAN?|INDIAN?)\b',
  '', 'g'));

-- Forms of two letters may be somebody's initials, so they count at the end of a name alone, and never behind a person's.
CREATE MACRO has_short_form(name) AS regexp_matches(upper(name), '\w{3}[ ,]+(B\.?V|N\.?V)\.?$')
  AND NOT has_person_name(regexp_replace(upper(name), '[ ,]+(B\.?V|N\.?V)\.?$', ''));

CREATE MACRO has_legal_form(name) AS regexp_matches(upper(name),
  '\b(LTD|LIMITED|LIMTED|LIMITE|LTD\.|LT?LTD|LTLD|P\.?L\.?C|LLP|L\.L\.P|LLC|L\.L\.C|INC|INCORPORATED|GMBH|CORPORATION|CIC|CIO|'
  || 'C\.I\.C|SARL|S\.A\.R\.L|PTY|PTE|STICHTING|AKTIEBOLAG|SOCIETAS|U\.C)\b') OR has_short_form(name);

CREATE MACRO has_public_word(name) AS regexp_matches(upper(name),
  '\b(COUNCILS?|UNIVERSITY|COLLEGE|SCHOOLS?|NHS|PCT|HOSPITALS?|INFIRMARY|TRUST|FOUNDATION|GOVERNMENT|MINISTRY|MINSTRY|'
  || 'SECRETARY OF STATE|DEPARTMENT|DEPT|AUTHORITY|COMMISSION|COMMISSIONERS?|OMBUDSMAN|ASSOCIATION|ASSOC|'
  || 'SOCIETY|FEDERATION|CONFEDERATION|INSTITUTE|INSTITUTION|COMMITTEE|CLUB|CHARITY|CHARITIES|MUSEUMS?|ORCHESTRA|POLICE|'
  || 'CONSTABULARY|COOPERATIVE|CO-OPERATIVE|CO-OP|PARLIAMENT|EMBASSY|TREASURY|REVENUE|CUSTOMS|DIOCESAN|DIOCESE|PAROCHIAL|'
  || 'PCC|PRECEPT|PRIMARY|TENANTS|RESIDENTS|LUNCHEON|SCOUTS|ALLIANCE|LONDON BOROUGH|ROYAL BOROUGH|METROPOLITAN BOROUGH|BOROUGH OF|METROPOLITAN DISTRICT|'
  || 'CITY OF|MBC|MDC|FIRE & RESCUE|PASSENGER TRANSPORT|HM|HMRC|HMCTS|DWP|DVLA|DEFRA|MHCLG|DCLG|DSTL|GCHQ|GPA|BBC|'
  || 'YMCA|YWCA|RSPCA|BARNARDOS|MENCAP)\b');

CREATE MACRO has_business_word(name) AS regexp_matches(upper(name),
  '\b(SERVICES?|GROUP|SOLUTIONS|SYSTEMS|MANAGEMENT|INTERNATIONAL|UK|EUROPE|GLOBAL|HOLDINGS|ENTERPRISES?|INDUSTRIES|'
  || 'TECHNOLOGY|TECHNOLOGIES|NURSING|RESIDENTIAL|CARE|HEALTHCARE|HOMES|NURSERY|NURSERIES|COMMUNITY|HOUSING|CENTRES?|'
  || 'LEISURE|ENERGY|COMPANY|HOTELS?|ORGANISATION|PLAYGROUP|PHARMACY|SURGERY|SOFTWARE|NETWORKS?|PARTNERSHIPS?|INSURANCE|'
  || 'FUND|UNION|CHURCH|THEATRE|LIBRARY|EDUCATION|HEALTH|MEDICAL|WATER|ELECTRIC|POWER|OFFICE|BANK|BOARD|CATHEDRAL|MOSQUE|'
  || 'AGENCY|BUREAU|ACADEMY|FORUM|FESTIVAL)\b') AND NOT regexp_matches(upper(name),
  -- Web addresses, additions in brackets, and trades that many people work in alone.
  'WWW|\.CO|\.UK|\.ORG|\.NET|[/()]|SOLICITORS|& SONS?\b|'
  || '\b(BUILDING|TREE|LIFT|GARDENING|HANDYMAN|CLEANING|PROPERTY|CATERING|JOINERY|PLUMBING|DECORATING|ROOFING|ELECTRICAL|'
  || 'MOWER|LAWNMOWER|CARE|FUNERAL|DAY) (SERVICES?|NURSERY)\b');

-- Large organisations whose names have none of those words.
CREATE MACRO is_known_body(name) AS regexp_matches(upper(name),
  '^(THE )?(KPMG|BT|BRITISH TELECOM|EDF|IBM|CAPITA|SERCO|G4S|DELOITTE|ACCENTURE|ORACLE|MICROSOFT|VODAFONE|MITIE|PWC|'
  || 'PRICE ?WATERHOUSE ?COOPERS|MANNING GOTTLIEB OMD|ORDNANCE SURVEY|MORRISON FS|METRUS|MITSUBISHI|KIER|MONTAGU EVANS|'
  || 'AVISON YOUNG|SAVILLS|JLL|CBRE|EVERSHEDS|MOTT MACDONALD|SOFTCAT|WEWORK|BUPA|NACRO|NATIONAL ARCHIVES|ACAS|CIPFA|SHELTER|'
  || 'SALVATION ARMY|CRAEGMOOR|UNITED RESPONSE|LEONARD CHESHIRE|ACTION FOR CHILDREN|GROUNDWORK|BRITISH GEOLOGICAL SURVEY|'
  || 'OXFORDSHIRE MIND|LEEDS MIND|TRANSPORT FOR LONDON|ROYAL MAIL|VIRGIN MEDIA|BRITISH GAS|ZURICH|BEHAVIOURAL INSIGHTS TEAM|'
  || 'ENVIRONMENTS FOR LEARNING LEEDS PFI)\b');

CREATE MACRO says_body(name) AS has_legal_form(name) OR has_public_word(name) OR is_known_body(name);

CREATE MACRO looks_personal(name) AS regexp_matches(upper(name),
  '\b(MR|MRS|MS|MISS|MSTR|MASTER|MX|DR|DOCTOR|PROF|PROFESSOR|REV|REVD|REVEREND|SIR|DAME|LADY|LORD|CLLR|COUNCILLOR|ESQ|'
  || 'TRUSTEES?|INDEPENDENT LIVING|LIVING TRUST|EXECUTORS?|EXORS?|SETTLEMENT|ESTATE OF|FAMILY TRUST|WILL TRUST|DECEASED|DECD|SIPP|SSAS|PENSION SCHEME|'
  || 'FOSTER CARERS?|CHILDMINDERS?|CHILDMINDING|DRIVING SCHOOL|SCHOOL OF (DANCE|MUSIC|MOTORING|DRIVING))\b')
  OR regexp_full_match(name, '[^\s,]+,\s*[^\s,]+(\s[^\s,]+)?')
  OR (regexp_matches(upper(name), '\b(T\s?[/\\]\s?AS?|TRADING AS|TA)\b')
    AND NOT has_legal_form(regexp_extract(upper(name), '^(.*?)\b(T\s?[/\\]\s?AS?|TRADING AS|TA)\b', 1)))
  -- "Care of" names two payees, and neither may be a person.
  OR (regexp_matches(upper(name), '\bC/O\b') AND NOT (
    says_body(regexp_extract(upper(name), '^(.*?)\s*\bC/O\b', 1)) AND says_body(regexp_extract(upper(name), '\bC/O\b\s*(.*)$', 1))));

-- The publisher's own words in place of a payee. They name nobody and may be published.
CREATE MACRO is_redaction(name) AS regexp_full_match(upper(name),
  'RED?ACTED[, ]*(PERSONAL (DATA|INFORMATION|DETAILS)|COMMER[A-Z]+ CONFIDENTIALITY)?');

-- The first letters of the words of a name, small words left out.
CREATE MACRO initials_of(name) AS array_to_string(list_transform(list_filter(string_split_regex(upper(name), '[^A-Z''-]+'),
  lambda word: word NOT IN ('', 'OF', 'FOR', 'AND', 'THE', 'IN', 'ON')), lambda word: word[1]), '');

-- The name without its own initials, or a place, in brackets at the end.
CREATE MACRO without_brackets(value) AS list_transform([value], lambda name: CASE
  WHEN regexp_matches(upper(name), '\((UK|GB|EUROPE|IRELAND|ENGLAND|SCOTLAND|WALES|LONDON|LEEDS|OXFORD|YORKSHIRE|WEST YORKSHIRE|NORTH|SOUTH|NORTHERN|SOUTHERN)\)$')
    OR (regexp_matches(upper(name), '.\([A-Z]{2,8}\)$')
      AND regexp_extract(upper(name), '\(([A-Z]+)\)$', 1) = initials_of(regexp_extract(name, '^(.*)\(', 1)))
  THEN trim(regexp_extract(name, '^(.*)\(', 1))
  ELSE name
END)[1];

CREATE MACRO says_organisation(value) AS list_transform([value], lambda name: NOT looks_personal(name) AND (
  says_body(name) OR (has_business_word(name) AND NOT has_person_name(name))))[1];

CREATE MACRO names_organisation(name) AS is_reviewed(name) OR says_organisation(without_brackets(name));

-- What may be published of a payee: the tidied name of an organisation, the publisher's redaction, or nothing. A list of one
-- holds the tidied name, since a macro writes out its argument wherever it stands.
CREATE MACRO publishable_payee(value) AS list_transform([tidy_text(value)], lambda name:
  CASE WHEN is_redaction(name) OR names_organisation(name) THEN name END)[1];
