select count(*), count(distinct entity), sum(amount) from payments_published where entity in ('GOVERNMENT PROPERTY AGENCY', 'Government Property Agency', 'Governemnt Property Agency', 'GPA')
