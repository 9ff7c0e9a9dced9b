SELECT service, business_model FROM services WHERE department LIKE '%Affairs' AND business_model IS DISTINCT FROM 'Cost recovery' AND department <> 'Foreign Affairs' AND transactions IS NOT NULL
