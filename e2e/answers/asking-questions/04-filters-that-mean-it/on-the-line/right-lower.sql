select provider, waits_over_12_hours from ae_monthly where month = '2025-11-01' and waits_over_12_hours >= 1000;
