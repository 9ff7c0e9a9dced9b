SELECT year, ROUND(1000 * co2_kt / people, 2) FROM emissions JOIN councils ON code = council_code JOIN population USING (year) WHERE area_code = gss_code AND code = 'TWH' AND sector = 'Domestic'
